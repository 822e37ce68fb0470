"""What waits: the next step of a candidate."""
