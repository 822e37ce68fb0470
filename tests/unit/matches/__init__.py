"""A person and a place compared: what is possible, the score, the reasons."""
