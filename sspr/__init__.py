"""The library and the command: what is declared, what is required, what was found."""
