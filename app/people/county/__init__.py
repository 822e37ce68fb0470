"""Users and roles, as administrators keep them."""
