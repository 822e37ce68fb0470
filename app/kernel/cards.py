"""What an overview is made of: cards that say how things stand, and steps that say what to do first."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeAlias, TypeVar

from flask import current_app, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session

from app.kernel.audiences import access_of
from app.kernel.principal import Principal
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role

Text: TypeAlias = LazyString | str
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class OverviewCard:
    """One card: how something stands. `tags` are (words, tone).

    `url` is where it leads, for a card that leads to a certain part of its page.
    """

    title: Text
    text: Text = ""
    url: str | None = None
    tags: tuple[tuple[Text, str], ...] = ()


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
    answers: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def ask(self, question: Callable[[Session, uuid.UUID], Answer]) -> Answer:
        """What a query says of this employer. What several steps and cards ask is read once for the page."""
        if question not in self.answers:
            self.answers[question] = question(self.session, self.organisation.id)
        answer: Answer = self.answers[question]
        return answer

    def url(self, endpoint: str) -> str:
        """The address of one of this employer's pages."""
        return url_for(endpoint, orgnr=self.organisation.orgnr)


@dataclass(frozen=True)
class CountyView:
    """What a card of the county's overview is made from."""

    session: Session
    principal: Principal

    def url(self, endpoint: str) -> str:
        """The address of one of the county's pages."""
        return url_for(endpoint)

    def reaches(self, endpoint: str) -> bool:
        """Whether the reader may open a page of the county. Raises LookupError when there is no such page."""
        access = access_of(current_app, endpoint)
        if access is None:
            raise LookupError(endpoint)
        return access.admits(self.principal)


View = TypeVar("View", EmployerView, CountyView)


@dataclass(frozen=True)
class EmployerStep:
    """A step of an employer's way in, and the page where it is done, if any; steps stand by their `place`."""

    place: int
    endpoint: str | None
    build: Callable[[EmployerView], Step]


@dataclass(frozen=True)
class Card(Generic[View]):
    """A card of an overview, and the page it leads to; cards stand by their `place`.

    `build` says how things stand; None when there is nothing to say to this reader.
    """

    place: int
    endpoint: str
    build: Callable[[View], OverviewCard | None]


class EmployerCard(Card[EmployerView]):
    """A card of an employer's overview."""


class CountyCard(Card[CountyView]):
    """A card of the county's overview, for those whose roles reach its page."""


def build_steps(steps: Iterable[EmployerStep], view: EmployerView) -> StepList:
    """The steps as they stand for this employer, in order."""
    built = ((one.build(view), one.endpoint) for one in steps)
    return StepList(tuple(replace(step, url=view.url(endpoint)) if endpoint else step for step, endpoint in built))


def build_cards(cards: Iterable[Card[View]], view: View) -> list[OverviewCard]:
    """The cards that have something to say to this reader, in order."""
    built = ((one.build(view), one.endpoint) for one in cards)
    return [replace(card, url=card.url or view.url(endpoint)) for card, endpoint in built if card is not None]
