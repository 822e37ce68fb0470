"""All routes of the open data."""

from app.api import certificates, progress

__all__ = ["certificates", "progress"]
