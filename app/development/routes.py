"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.development import components

__all__ = ["components"]
