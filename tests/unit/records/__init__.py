"""What is known: the states of places, proposals and placements."""
