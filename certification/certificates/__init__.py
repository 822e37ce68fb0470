"""Certificates: issued, what they are worth on a day, suspended, withdrawn, replaced."""
