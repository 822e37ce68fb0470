"""One-time links by e-mail, and the sessions that they open."""
