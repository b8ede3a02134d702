"""Tenant-wide policies: ``/policies``."""
