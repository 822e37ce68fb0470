"""Employers as they register and are kept: workplaces, authority, NAV offices."""
