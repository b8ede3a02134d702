"""Whom a reset serves, its steps, its limits, and where it leads for help."""
