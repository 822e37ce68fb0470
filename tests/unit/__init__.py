"""Pure rules and properties; no database, no Flask."""
