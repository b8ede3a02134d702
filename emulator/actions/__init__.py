"""What happens in a tenant: rules, memory, post and audit log brought together."""
