"""The county's pages: /fylket."""
