"""Registering, reviewing and giving up ways of proving oneself."""
