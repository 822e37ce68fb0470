"""The words for a value: every subject hands its own to the house."""

from enum import StrEnum

from flask_babel import LazyString

from app.kernel.house import house


def label(value: str) -> LazyString | str:
    """The words for a value; one of an enum that has none is a mistake that a test finds.

    A plain word is one that the database keeps and this version does not know: it is shown as it stands.
    """
    return house().labels[type(value)][value] if isinstance(value, StrEnum) else value
