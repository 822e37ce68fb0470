"""Agreements, starts, following up and endings."""
