"""The certifier's pages of a case."""
