"""The base of the edition's values, and a text in every language."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from ground.texts import Locale

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]


class Frozen(BaseModel):
    """A value of an edition: never changed, and no field that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Translated(Frozen):
    """One text in every language of the interface."""

    nb: Sentence
    nn: Sentence
    en: Sentence

    def get(self, locale: Locale) -> str:
        """The text in this language; there is no fallback, since none can be missing."""
        return {Locale.BOKMAAL: self.nb, Locale.NYNORSK: self.nn, Locale.ENGLISH: self.en}[locale]
