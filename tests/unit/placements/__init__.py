"""Placements: what must be in place before the start, and following up."""
