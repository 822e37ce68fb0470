"""Mutation testing: which small changes to the code no test notices (`make mutants`)."""
