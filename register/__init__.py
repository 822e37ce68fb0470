"""Who exists: organisations, people, how they sign in, their roles, and how one joins."""
