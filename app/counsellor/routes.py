"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.counsellor import (
    candidates,
    codes,
    front,
    matches,
    openings,
    placements,
    proposals,
    registration,
)

__all__ = [
    "candidates",
    "codes",
    "front",
    "matches",
    "openings",
    "placements",
    "proposals",
    "registration",
]
