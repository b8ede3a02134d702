"""The pages of mysignins.microsoft.com, in both generations of the wizard."""
