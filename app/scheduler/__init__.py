"""Jobs that run by the clock, in a process of their own that holds a lease in the database."""
