"""The counsellor's pages of proposals."""
