"""What waits: the next step of each candidate."""
