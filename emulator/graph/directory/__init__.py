"""The tenant itself: organization, domains, licences, tenant-wide settings."""
