"""What is known: tables, states, and what is read of places, candidates, proposals and placements."""
