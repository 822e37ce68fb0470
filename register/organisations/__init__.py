"""Employers, their workplaces, the NAV offices and the municipalities they lie in."""
