"""Groups and their members: ``/groups``."""
