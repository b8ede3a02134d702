"""A user's authentication methods: ``/users/{id}/authentication``."""
