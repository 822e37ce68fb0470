"""How openings are put into words, for every audience that sees them."""
