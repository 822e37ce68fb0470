"""All routes of signing in: importing a module hangs its routes on the blueprint."""

from app.auth import account, signing_in

__all__ = ["account", "signing_in"]
