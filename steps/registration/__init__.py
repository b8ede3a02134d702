"""Registering methods, being asked to, and managing what is registered."""
