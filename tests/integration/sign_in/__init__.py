"""Signing in by one-time link, sessions and one's own account."""
