"""From the journal of a run to what auditors read."""
