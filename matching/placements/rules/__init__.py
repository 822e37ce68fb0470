"""Pure rules of placements: what an agreement must say, what a start needs, when talks are held."""
