"""All routes of the demo: importing a module hangs its routes on the blueprint."""

from app.demo import mailbox, sign_in
from app.demo.blueprint import blueprint

__all__ = ["blueprint", "mailbox", "sign_in"]
