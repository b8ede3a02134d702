"""Ways through several pages, whatever order a tenant shows them in."""
