"""The tables of matching, one file per thing."""
