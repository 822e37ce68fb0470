"""The county's decision in a case, made by two people."""
