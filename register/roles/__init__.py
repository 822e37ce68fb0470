"""Who may do what, in which organisation or NAV office."""
