"""Directory roles: ``/directoryRoles`` and ``/roleManagement/directory``."""
