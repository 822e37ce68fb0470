"""A place proposed: what the candidate answers, what the employer then sees and answers."""
