"""Makers of test data, by situation."""
