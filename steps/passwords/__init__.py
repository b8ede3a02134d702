"""Choosing, changing, giving out and using passwords."""
