"""All routes of the open data."""

from app.api import certificates, progress
from app.api.blueprint import blueprint

__all__ = ["blueprint", "certificates", "progress"]
