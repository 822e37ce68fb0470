"""Candidates: their profile, their coordinator, their way in."""
