"""The house: what each subject hands to it in one value, gathered when the application is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType
from typing import Any, TypeAlias, TypeVar, cast

from flask import Flask, current_app
from flask_babel import LazyString

from app.kernel.cards import CountyCard, EmployerCard, EmployerStep

Text: TypeAlias = LazyString | str
Labels: TypeAlias = Mapping[type[StrEnum], Mapping[Any, LazyString]]
"""The words of every value, grouped by enum: values of different enums with the same text are equal."""
Sentence: TypeAlias = Callable[[Any], Text]
"""What a person is told of an error."""
Key = TypeVar("Key")
Value = TypeVar("Value")


def say(text: LazyString) -> Sentence:
    """The same sentence whatever the error holds."""
    return lambda _error: text


@dataclass(frozen=True)
class MenuEntry:
    """An entry in the menu of an audience; entries stand by their `place`."""

    audience: str
    place: int
    endpoint: str
    label: LazyString
    icon: str = "circle"


@dataclass(frozen=True)
class MailPage:
    """A page that a mail leads to, the values of the mail that stand in its address, and whose mail it is.

    `party` is None where all receivers are led to the same page.
    """

    endpoint: str
    values: frozenset[str] = frozenset()
    party: str | None = None

    def fits(self, params: Mapping[str, Any]) -> bool:
        """Whether a mail with these values leads here."""
        return params.get("party") == self.party and self.values <= params.keys()


def mail_page(endpoint: str, *values: str, party: str | None = None) -> MailPage:
    """The page of a mail."""
    return MailPage(endpoint, frozenset(values), party)


@dataclass(frozen=True)
class Job:
    """Something to do every so many seconds: without arguments, and without harm when it is done twice."""

    name: str
    run: Callable[[], object]
    every_seconds: int


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A subject's part in the house. Its templates stand in its folder `templates`, those of its mails in `mail`."""

    name: str
    pages: tuple[ModuleType, ...] = ()
    labels: Labels = field(default_factory=dict)
    refusals: Mapping[type[Exception], Sentence] = field(default_factory=dict)
    promises: Mapping[str, LazyString | None] = field(default_factory=dict)
    """What is told when two people meet a unique promise of the database at one moment; None: nobody can meet it."""
    mails: Mapping[str, tuple[MailPage, ...]] = field(default_factory=dict)
    menu: tuple[MenuEntry, ...] = ()
    steps: tuple[EmployerStep, ...] = ()
    cards: tuple[EmployerCard | CountyCard, ...] = ()
    jobs: tuple[Job, ...] = ()
    filters: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    """What its templates write with, besides the filters of all."""


@dataclass(frozen=True)
class House:
    """All that the subjects have handed in."""

    subjects: tuple[Subject, ...]
    labels: Labels
    refusals: Mapping[type[Exception], Sentence]
    promises: Mapping[str, LazyString | None]
    mails: Mapping[str, tuple[MailPage, ...]]
    mail_subjects: Mapping[str, str]
    """The name of the subject that writes each kind of mail."""

    def menu(self, audience: str) -> list[MenuEntry]:
        """The entries of an audience's menu, in order."""
        entries = (one for subject in self.subjects for one in subject.menu if one.audience == audience)
        return sorted(entries, key=lambda one: one.place)

    @property
    def steps(self) -> list[EmployerStep]:
        """The steps of an employer's way in, in order."""
        return sorted((one for subject in self.subjects for one in subject.steps), key=lambda one: one.place)

    @property
    def employer_cards(self) -> list[EmployerCard]:
        """The cards of an employer's overview, in order."""
        cards = (one for subject in self.subjects for one in subject.cards if isinstance(one, EmployerCard))
        return sorted(cards, key=lambda one: one.place)

    @property
    def county_cards(self) -> list[CountyCard]:
        """The cards of the county's overview, in order."""
        cards = (one for subject in self.subjects for one in subject.cards if isinstance(one, CountyCard))
        return sorted(cards, key=lambda one: one.place)

    @property
    def jobs(self) -> list[Job]:
        """What is done by the clock."""
        return [job for subject in self.subjects for job in subject.jobs]


def gather(subjects: Iterable[Subject]) -> House:
    """Put the parts together. Raises ValueError when two subjects hand in the same thing."""
    parts = tuple(subjects)
    return House(
        subjects=parts,
        labels=_together(one.labels for one in parts),
        refusals=_together(one.refusals for one in parts),
        promises=_together(one.promises for one in parts),
        mails=_together(one.mails for one in parts),
        mail_subjects={kind: one.name for one in parts for kind in one.mails},
    )


def register(app: Flask, subjects: Iterable[Subject]) -> None:
    """Hang the house on the application."""
    app.extensions["plass_house"] = gather(subjects)


def house() -> House:
    """The house of the running application."""
    return cast(House, current_app.extensions["plass_house"])


def _together(parts: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    whole: dict[Key, Value] = {}
    for part in parts:
        if twice := whole.keys() & part.keys():
            raise ValueError(f"two subjects hand in {sorted(map(str, twice))}")
        whole.update(part)
    return whole
