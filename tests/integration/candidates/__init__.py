"""Candidates: registering, signing in, ranking, proposals, what an employer sees."""
