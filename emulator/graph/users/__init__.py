"""Users: ``/users`` and ``/me``."""
