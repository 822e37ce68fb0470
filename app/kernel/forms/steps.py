"""A long form in steps: one page for each, saved as one goes, and a page that shows all answers at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request
from flask_babel import LazyString

from ground.errors import NotFound

ON, BACK, END = "videre", "tilbake", "ferdig"
"""What the buttons of a step send as `goto`: to the next step, to the one before, to all the answers."""


@dataclass(frozen=True)
class Step:
    """One page of a long form."""

    name: str
    """In the address."""
    title: LazyString
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A step among the others."""

    steps: Sequence[Step]
    index: int

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.steps[self.index]

    @property
    def number(self) -> int:
        """From one, as it is told."""
        return self.index + 1

    @property
    def is_first(self) -> bool:
        """Whether there is none before it."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Whether all the answers come next."""
        return self.number == len(self.steps)

    def wanted(self) -> Step | None:
        """The step that the pressed button leads to; None for all the answers."""
        goto = request.form.get("goto", ON)
        if goto == BACK and not self.is_first:
            return self.steps[self.index - 1]
        return None if goto == END or self.is_last else self.steps[self.index + 1]


def place_of(name: str, steps: Sequence[Step]) -> Place:
    """The step of this name. Raises NotFound."""
    for index, step in enumerate(steps):
        if step.name == name:
            return Place(steps, index)
    raise NotFound


def step_with(field: str, steps: Sequence[Step]) -> Step:
    """The step where a field is asked for. Raises StopIteration where it is asked for in none."""
    return next(step for step in steps if field in step.fields)
