"""Words of vocabularies that are open by nature: what this version of the code knows of them."""

from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)


def known(kind: type[E], word: str) -> E | str:
    """The enum where the word is known. One from a newer or an older version stays as it stands, and is shown as such.

    A rule that meets such a word cannot judge it, and must never take it for leave to do something.
    """
    return kind(word) if word in set(kind) else word
