"""Places, candidates, proposals, placements and the count of the 1000 jobs."""
