"""Who is told by mail, where, and in whose name."""
