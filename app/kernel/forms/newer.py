"""What the second of two who edit is told: who saved, what they changed, and what one typed oneself."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Marks have letters alone: a row of digits could be taken for a number that must never be kept."""


@dataclass(frozen=True)
class SavedBy:
    """Who saved last, and when (UTC)."""

    name: str
    is_reader: bool
    """It was the one who is told, in another window."""
    at: datetime


@dataclass(frozen=True)
class Difference:
    """A field that was changed by another, what stands saved in it, and what the reader typed; in words."""

    what: str
    saved: str
    typed: str


@dataclass(frozen=True)
class Newer:
    """What was saved since the form was opened."""

    version: int
    by: SavedBy | None
    differs: tuple[Difference, ...]
    all_the_same: bool
    """What stands saved is all that the reader typed: there is nothing left to do."""


def mark(said: str) -> str:
    """A short mark of what is said. A browser ends lines with two characters; what is the same text stays the same."""
    return hashlib.sha256(said.replace("\r\n", "\n").strip().encode()).hexdigest()[:12].translate(LETTERS)
