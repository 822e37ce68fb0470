"""What one employer may see of one candidate, and the log of everybody who has looked."""
