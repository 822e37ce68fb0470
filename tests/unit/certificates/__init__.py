"""Certificates: what they are worth on a day."""
