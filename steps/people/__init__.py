"""Who is on stage, what they hold, and on which day the scenario plays."""
