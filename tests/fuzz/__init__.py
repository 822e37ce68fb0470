"""Hostile input to every form and every query parameter: `make fuzz`, and a small slice of it in the ordinary tests."""
