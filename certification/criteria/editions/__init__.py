"""Editions of the criteria as data, and the loader that validates them."""
