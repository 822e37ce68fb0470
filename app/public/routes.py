"""All routes of this audience: importing a module hangs its routes on the blueprint."""

from app.public import about, certificates, employers, front, language, opening_feed, openings, progress
from app.public.blueprint import blueprint

__all__ = [
    "about",
    "blueprint",
    "certificates",
    "employers",
    "front",
    "language",
    "opening_feed",
    "openings",
    "progress",
]
