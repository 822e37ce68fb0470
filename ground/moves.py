"""The one way for a thing to go from state to state: along its table, written down, and by `move` alone."""

import uuid
from contextvars import ContextVar
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import event, inspect

from ground import audit
from ground.act import Act
from ground.base import Base
from ground.states import Transitions

_moving: ContextVar[bool] = ContextVar("_moving", default=False)


class StateSetByHand(RuntimeError):
    """A state was set past `move`, with no table asked and nothing written down: a mistake in Plass."""


PAST_MOVE = "past_move"
"""The execution option by which a statement says that it sets states past `move`, with the reason as value.

Rows that are put back as they stood have it, and tests that begin in a state without the way there. Every other
statement that sets a state is refused by the tests.
"""


class Stateful:
    """A thing with a state. It begins in the state that its column has as default."""

    transitions: ClassVar[Transitions[Any]]
    state_name: ClassVar[str] = "state"
    """The attribute, where the subject has a word of its own for it."""
    _moved_to: StrEnum | None = None  # where `move` last let it go; no column, so that it stays what `move` said


def state_of(thing: Stateful) -> StrEnum:
    """Where it stands."""
    state: StrEnum = getattr(thing, thing.state_name)
    return state


def first_state(kind: type[Stateful]) -> StrEnum:
    """Where a thing of this kind begins."""
    default: Any = inspect(kind).columns[kind.state_name].default
    state: StrEnum = default.arg
    return state


def may_move(thing: Stateful, wanted: StrEnum) -> bool:
    """Can it go there from where it is?"""
    return thing.transitions.may(state_of(thing), wanted)


def check_move(thing: Stateful, wanted: StrEnum) -> None:
    """Raise MoveNotAllowed unless it can go there: asked before anything is written, a refusal leaves no trace."""
    thing.transitions.check(state_of(thing), wanted)


def move(
    act: Act,
    thing: Stateful,
    wanted: StrEnum,
    *,
    organisation_id: uuid.UUID | None = None,
    reason: str = "",
    **details: Any,
) -> None:
    """Let the thing go to a state, and write down who did it and where it came from.

    The caller sets what belongs to the new state (a date, a reason) after it, and flushes: so all is written in one
    statement. Raises MoveNotAllowed.
    """
    before = state_of(thing)
    check_move(thing, wanted)
    token = _moving.set(True)
    setattr(thing, thing.state_name, wanted)
    _moving.reset(token)
    thing._moved_to = wanted
    audit.record(
        act,
        action=thing.transitions.action(before, wanted),
        subject=thing,
        organisation_id=organisation_id,
        reason=reason,
        before=before.value,
        **details,
    )


@event.listens_for(Base, "attribute_instrument", propagate=True)
def _guard(kind: type[Base], name: str, attribute: Any) -> None:
    """Everything else that would set the state fails at once: an assignment, `setattr`, a constructor."""
    if issubclass(kind, Stateful) and name == kind.state_name:
        event.listen(attribute, "set", _refuse_by_hand)


def _refuse_by_hand(thing: Stateful, wanted: object, _before: object, _initiator: object) -> None:
    if not _moving.get():
        raise StateSetByHand(f"{type(thing).__name__} to {wanted}")


@event.listens_for(Stateful, "before_insert", propagate=True)
def _refuse_another_beginning(_mapper: object, _connection: object, thing: Stateful) -> None:
    """What goes past the attribute (`__dict__`) fails when it would be written: a thing begins where its kind does."""
    begins = vars(thing).get(thing.state_name)
    if begins not in (None, first_state(type(thing))):
        raise StateSetByHand(f"{type(thing).__name__} begins in {begins}")


@event.listens_for(Stateful, "before_update", propagate=True)
def _refuse_what_did_not_move(_mapper: object, _connection: object, thing: Stateful) -> None:
    """And it goes on to where `move` last let it go."""
    wanted = inspect(thing).attrs[thing.state_name].history.added
    if wanted and wanted[0] != thing._moved_to:
        raise StateSetByHand(f"{type(thing).__name__} to {wanted[0]}")
