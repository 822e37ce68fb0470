"""All routes of signing in: importing a module hangs its routes on the blueprint."""

from app.auth import account, signing_in
from app.auth.blueprint import blueprint

__all__ = ["account", "blueprint", "signing_in"]
