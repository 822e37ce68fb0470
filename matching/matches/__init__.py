"""A person and a place compared: what is possible, in which order, with which reasons."""
