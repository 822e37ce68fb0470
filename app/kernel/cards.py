"""What an overview is made of: cards that say how things stand, and steps that say what to do first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from flask import current_app, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session

from app.kernel.audiences import access_of
from app.kernel.principal import Principal
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role

Text: TypeAlias = LazyString | str
View = TypeVar("View")


@dataclass(frozen=True)
class OverviewCard:
    """One card: how something stands, and the page to go on to. `tags` are (words, tone), `meta` (icon, words)."""

    title: Text
    text: Text = ""
    url: str | None = None
    tags: tuple[tuple[Text, str], ...] = ()
    meta: tuple[tuple[str, Text], ...] = ()
    note: Text | None = None


@dataclass(frozen=True)
class Step:
    """One step of the way in: done or not, and where to do it."""

    label: Text
    done: bool
    url: str | None = None


@dataclass(frozen=True)
class StepList:
    """The steps in order; the first that is not done is where one stands."""

    steps: tuple[Step, ...] = field(default_factory=tuple)

    @property
    def finished(self) -> bool:
        """Whether nothing is left."""
        return all(step.done for step in self.steps)

    @property
    def items(self) -> list[tuple[Text, str, str | None]]:
        """What the `steps` component takes."""
        current = next((step for step in self.steps if not step.done), None)
        return [
            (step.label, "done" if step.done else "current" if step is current else "todo", step.url)
            for step in self.steps
        ]


@dataclass(frozen=True)
class EmployerView:
    """What a card of an employer's overview is made from: whose overview it is and who reads it."""

    session: Session
    organisation: Organisation
    user: User
    role: Role

    def url(self, endpoint: str, **values: object) -> str:
        """An address under this employer."""
        return url_for(f"employer.{endpoint}", orgnr=self.organisation.orgnr, **values)  # type: ignore[arg-type]  # Flask takes any value


@dataclass(frozen=True)
class CountyView:
    """What a card of the county's overview is made from."""

    session: Session
    principal: Principal

    def reaches(self, endpoint: str) -> bool:
        """Whether the reader may open a page of the county."""
        access = access_of(current_app, f"county.{endpoint}")
        return access is not None and access.admits(self.principal)


@dataclass(frozen=True)
class EmployerStep:
    """A step of an employer's way in; steps stand by their `place`."""

    place: int
    build: Callable[[EmployerView], Step]


@dataclass(frozen=True)
class EmployerCard:
    """A card of an employer's overview; None when there is nothing to say to this reader."""

    place: int
    build: Callable[[EmployerView], OverviewCard | None]


@dataclass(frozen=True)
class CountyCard:
    """A card of the county's overview; None when the reader's roles do not reach that part."""

    place: int
    build: Callable[[CountyView], OverviewCard | None]


def build_cards(builders: Iterable[Callable[[View], OverviewCard | None]], view: View) -> list[OverviewCard]:
    """The cards that have something to say to this reader, in order."""
    built = (builder(view) for builder in builders)
    return [card for card in built if card is not None]
