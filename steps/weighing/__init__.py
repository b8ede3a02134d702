"""What a promise takes for granted, and the second try that tells one cause from another."""
