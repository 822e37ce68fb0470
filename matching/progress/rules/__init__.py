"""Pure rules of the count: jobs from events, the ladder, small numbers hidden."""
