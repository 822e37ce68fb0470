"""The rules and editions of the certification: no database, no Flask."""
