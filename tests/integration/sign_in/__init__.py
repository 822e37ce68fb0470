"""Signing in by one-time link, sessions, one's own account, and forgetting what is over."""
