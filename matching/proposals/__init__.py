"""A place proposed to a candidate, and what the candidate and the employer answer."""
