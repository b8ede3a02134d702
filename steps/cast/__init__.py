"""The stage of a scenario, the persons on it, and how they come to have what a reset needs."""
