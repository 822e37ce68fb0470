"""Which states a kind of thing can go between, as a table, and what the audit log calls each move."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from ground.errors import DomainError

State = TypeVar("State", bound=StrEnum)


@dataclass
class MoveNotAllowed(DomainError):
    """The thing cannot go from the state it is in to the state that was asked for."""

    current: StrEnum
    wanted: StrEnum


@dataclass(frozen=True)
class Transitions(Generic[State]):
    """The ways between the states of one kind of thing. What has no way out is over."""

    noun: str
    ways: Mapping[State, frozenset[State]]
    words: Mapping[State, str] = field(default_factory=dict)
    """What the log calls a move into a state, where that is not the state's own name."""
    moves: Mapping[tuple[State, State], str] = field(default_factory=dict)
    """What the log calls a move between two states, where the name of the second would say something else."""
    refusal: type[MoveNotAllowed] = MoveNotAllowed

    def may(self, current: State, wanted: State) -> bool:
        """Is there a way from the one state to the other?"""
        return wanted in self.ways[current]

    def check(self, current: State, wanted: State) -> None:
        """Raise MoveNotAllowed (or the kind's own word for it) unless there is a way."""
        if not self.may(current, wanted):
            raise self.refusal(current, wanted)

    def action(self, current: State, wanted: State) -> str:
        """What the audit log calls this move, as `thing.verb`."""
        word = self.moves.get((current, wanted)) or self.words.get(wanted, wanted.value)
        return f"{self.noun}.{word}"
