"""The counsellor's pages of candidates."""
