"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.candidate import code, front, myself, placements, proposals
from app.candidate.blueprint import blueprint

__all__ = ["blueprint", "code", "front", "myself", "placements", "proposals"]
