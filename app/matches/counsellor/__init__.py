"""The counsellor's ranked lists."""
