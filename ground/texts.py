"""Texts in the three languages of the interface."""

from enum import StrEnum


class Locale(StrEnum):
    """The languages of the interface."""

    BOKMAAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"
