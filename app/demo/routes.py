"""All routes of the demo: importing a module hangs its routes on the blueprint."""

from app.demo import mailbox, sign_in

__all__ = ["mailbox", "sign_in"]
