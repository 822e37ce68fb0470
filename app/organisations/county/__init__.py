"""The county's pages of employers, authority and NAV offices."""
