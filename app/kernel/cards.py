"""What an overview is made of: cards that say how things stand, and steps that say what to do first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from flask_babel import LazyString

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


def build_cards(builders: Iterable[Callable[[View], OverviewCard | None]], view: View) -> list[OverviewCard]:
    """The cards that have something to say to this reader, in order."""
    built = (builder(view) for builder in builders)
    return [card for card in built if card is not None]
