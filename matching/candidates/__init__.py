"""Candidates: registered, followed up by one coordinator, signed in, let go."""
