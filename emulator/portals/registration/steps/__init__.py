"""The steps of the wizard: each module shows its pages and takes what they send."""
