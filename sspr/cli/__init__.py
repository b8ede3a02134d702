"""The command ``sspr``: one module a subcommand, and what they share."""
