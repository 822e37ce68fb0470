"""Users and colleagues: who may do what."""
