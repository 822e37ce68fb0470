"""Certificates: what they are worth on a day, on the page, as PDF and in the lookup."""
