"""The open data: addresses under /api/v1."""
