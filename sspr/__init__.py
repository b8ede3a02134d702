"""The library and the command: what is declared, what is required, what was found."""

__version__ = "0.1.0"
"""What reports say they were made by, also where the harness runs without being installed."""
