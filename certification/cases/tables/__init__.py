"""The tables of a case."""
