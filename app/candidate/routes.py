"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.candidate import code, front, myself, placements, proposals

__all__ = ["code", "front", "myself", "placements", "proposals"]
