"""Users and colleagues: who is let in, and who may do what."""
