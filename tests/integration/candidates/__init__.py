"""Candidates: registered, changed, let in by a code, let go."""
