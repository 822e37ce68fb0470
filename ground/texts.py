"""Texts in the three languages of the interface."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from ground.values import Frozen


class Locale(StrEnum):
    """The languages of the interface."""

    BOKMAAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"


Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]


class Translated(Frozen):
    """One text in every language of the interface; all three are required."""

    nb: Sentence
    nn: Sentence
    en: Sentence

    def get(self, locale: Locale) -> str:
        """The text in this language; there is no fallback, since none can be missing."""
        return {Locale.BOKMAAL: self.nb, Locale.NYNORSK: self.nn, Locale.ENGLISH: self.en}[locale]
