"""Openings (places): written, published, found, expired."""
