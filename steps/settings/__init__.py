"""What the tenant is set to, and what comes of changing it."""
