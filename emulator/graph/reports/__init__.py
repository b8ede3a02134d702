"""What the tenant reports about itself: ``/auditLogs`` and ``/reports``."""
