"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.public import about, certificates, employers, front, language, opening_feed, openings, progress

__all__ = [
    "about",
    "certificates",
    "employers",
    "front",
    "language",
    "opening_feed",
    "openings",
    "progress",
]
