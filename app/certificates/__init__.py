"""What every page about a certificate shares: its words, and the data that machines read."""
