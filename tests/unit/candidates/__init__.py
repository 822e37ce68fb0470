"""A young person's own doors."""
