"""The house: what each subject hands to it in one value, gathered when the application is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType
from typing import Any, TypeAlias, TypeVar, cast

from flask import Flask, current_app
from flask_babel import LazyString

from app.kernel.audiences import access_of
from app.kernel.cards import CountyCard, EmployerCard, EmployerStep

Text: TypeAlias = LazyString | str
Labels: TypeAlias = Mapping[type[StrEnum], Mapping[Any, LazyString]]
"""The words of every value, grouped by enum: values of different enums with the same text are equal."""
Sentence: TypeAlias = Callable[[Any], Text]
"""What a person is told of an error."""
Key = TypeVar("Key")
Value = TypeVar("Value")
Placed = TypeVar("Placed", "MenuEntry", EmployerStep, EmployerCard, CountyCard)


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
    group: LazyString | None = None
    """What it stands under, with others of the same audience that say the same."""


@dataclass(frozen=True)
class MailPage:
    """A page that a mail leads to, the values of the mail that stand in its address, and whose mail it is.

    `party` is None where all receivers are led to the same page. `derive` makes the address of other values than the
    mail's own: what must not lie in the outbox.
    """

    endpoint: str
    values: frozenset[str] = frozenset()
    party: str | None = None
    derive: Callable[[Mapping[str, Any]], Mapping[str, str]] | None = None
    lacks: str | None = None
    """A value that only mails of an earlier version lack, which may still wait; None for the page of now."""

    def fits(self, params: Mapping[str, Any]) -> bool:
        """Whether a mail with these values leads here."""
        return params.get("party") == self.party and self.values <= params.keys() and self.lacks not in params

    def address_values(self, params: Mapping[str, Any]) -> Mapping[str, Any]:
        """What stands in the address that a mail with these values leads to."""
        return self.derive(params) if self.derive else {name: params[name] for name in self.values}


def mail_page(
    endpoint: str,
    *values: str,
    party: str | None = None,
    derive: Callable[[Mapping[str, Any]], Mapping[str, str]] | None = None,
    lacks: str | None = None,
) -> MailPage:
    """The page of a mail."""
    return MailPage(endpoint, frozenset(values), party, derive, lacks)


class Line(StrEnum):
    """Where a job waits its turn. What may have to wait for others stands apart, and so holds up nobody else."""

    OWN = "own"
    MAIL = "mail"
    BUSINESS_REGISTER = "business_register"


@dataclass(frozen=True)
class Job:
    """Something to do every so many seconds: without arguments, and without harm when it is done twice."""

    name: str
    run: Callable[[], object]
    every_seconds: int
    line: Line = Line.OWN


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
    """All that the subjects have handed in, each thing once and what has a place in its order."""

    subjects: tuple[Subject, ...]
    labels: Labels
    refusals: Mapping[type[Exception], Sentence]
    promises: Mapping[str, LazyString | None]
    mails: Mapping[str, tuple[MailPage, ...]]
    mail_subjects: Mapping[str, str]
    """The name of the subject that writes each kind of mail."""
    menus: Mapping[str, tuple[MenuEntry, ...]]
    """The entries of each audience's menu."""
    steps: tuple[EmployerStep, ...]
    employer_cards: tuple[EmployerCard, ...]
    county_cards: tuple[CountyCard, ...]
    jobs: tuple[Job, ...]
    filters: Mapping[str, Callable[..., str]]

    @property
    def endpoints(self) -> set[str]:
        """The pages that menus, overviews and mails lead to."""
        leading: list[MenuEntry | EmployerStep | EmployerCard | CountyCard | MailPage] = [
            *(entry for menu in self.menus.values() for entry in menu),
            *self.steps,
            *self.employer_cards,
            *self.county_cards,
            *(page for pages in self.mails.values() for page in pages),
        ]
        return {one.endpoint for one in leading if one.endpoint is not None}


def gather(subjects: Iterable[Subject]) -> House:
    """Put the parts together. Raises ValueError when something that must be there once is handed in twice."""
    parts = tuple(subjects)
    menu = [entry for one in parts for entry in one.menu]
    cards = [card for one in parts for card in one.cards]
    return House(
        subjects=tuple(together("subject", ({one.name: one} for one in parts)).values()),
        labels=together("labels", (one.labels for one in parts)),
        refusals=together("refusal", (one.refusals for one in parts)),
        promises=together("promise", (one.promises for one in parts)),
        mails=together("mail", (one.mails for one in parts)),
        mail_subjects={kind: one.name for one in parts for kind in one.mails},
        menus={
            audience: _in_order(f"place in the menu of {audience}", (one for one in menu if one.audience == audience))
            for audience in {one.audience for one in menu}
        },
        steps=_in_order("place of a step", (step for one in parts for step in one.steps)),
        employer_cards=_in_order(
            "place of an employer's card", (one for one in cards if isinstance(one, EmployerCard))
        ),
        county_cards=_in_order("place of a county's card", (one for one in cards if isinstance(one, CountyCard))),
        jobs=tuple(together("job", ({job.name: job} for one in parts for job in one.jobs)).values()),
        filters=together("filter", (one.filters for one in parts)),
    )


def register(app: Flask, subjects: Iterable[Subject]) -> None:
    """Hang the house on the application."""
    app.extensions["plass_house"] = gather(subjects)


def check_pages(app: Flask) -> None:
    """Raise ValueError when something leads to a page that is not there; for when all pages are mounted."""
    found: House = app.extensions["plass_house"]
    if lost := sorted(endpoint for endpoint in found.endpoints if access_of(app, endpoint) is None):
        raise ValueError(f"a menu, an overview or a mail leads to {lost}, which no audience has")


def house() -> House:
    """The house of the running application."""
    return cast(House, current_app.extensions["plass_house"])


def together(what: str, parts: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    """The parts as one. Raises ValueError when two of them hold the same."""
    whole: dict[Key, Value] = {}
    for part in parts:
        if twice := whole.keys() & part.keys():
            raise ValueError(f"{what} handed in twice: {sorted(map(str, twice))}")
        whole.update(part)
    return whole


def _in_order(what: str, things: Iterable[Placed]) -> tuple[Placed, ...]:
    by_place = together(what, ({one.place: one} for one in things))
    return tuple(by_place[place] for place in sorted(by_place))
