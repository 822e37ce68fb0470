"""Registering employers, confirming authority, workplaces, NAV offices."""
