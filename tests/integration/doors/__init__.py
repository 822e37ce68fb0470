"""A young person's own doors: coming in, a forgotten PIN, traces."""
