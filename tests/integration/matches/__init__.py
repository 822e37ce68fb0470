"""Places for a person and persons for a place, with reasons in words."""
