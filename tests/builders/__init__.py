"""Short ways to write the values that rules are tested with, by subject; no database, no Flask."""
