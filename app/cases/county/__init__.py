"""The county's pages of cases and decisions."""
