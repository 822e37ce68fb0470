"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.development import components
from app.development.blueprint import blueprint

__all__ = ["blueprint", "components"]
