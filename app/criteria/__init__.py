"""The editions of the criteria, to read."""
