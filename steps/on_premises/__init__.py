"""Accounts that are managed in an on-premises directory, and unlocking them."""
