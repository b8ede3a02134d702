"""The screens: one class per Microsoft page, and the journeys that lead through them."""
