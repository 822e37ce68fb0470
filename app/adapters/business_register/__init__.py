"""Enhetsregisteret (law-and-facts.md 4.4): its answers as they may look, what is read of them, and the asking."""
