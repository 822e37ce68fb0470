"""Law, measures and code lists as data files, each beside the loader that validates it."""
