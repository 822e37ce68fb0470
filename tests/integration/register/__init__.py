"""Registering employers, confirming authority, colleagues, users and offices."""
