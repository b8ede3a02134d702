"""What the audit log and the reports tell."""
