"""A place proposed, and what candidate and employer answer."""
