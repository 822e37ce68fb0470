"""Which states an opening, a proposal, a placement and a follow-up can go to, as tables."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from matching.errors import MoveNotAllowed
from matching.types import FollowUpState as F
from matching.types import OpeningState as O
from matching.types import PlacementState as L
from matching.types import ProposalState as P

State = TypeVar("State", bound=StrEnum)

OPENING: Mapping[O, frozenset[O]] = {
    O.draft: frozenset({O.published, O.closed}),
    O.published: frozenset({O.paused, O.expired, O.closed}),
    O.paused: frozenset({O.published, O.expired, O.closed}),
    O.expired: frozenset({O.published, O.closed}),
    O.closed: frozenset(),
}

PROPOSAL: Mapping[P, frozenset[P]] = {
    P.proposed: frozenset({P.candidate_yes, P.candidate_no, P.withdrawn, P.lapsed}),
    P.candidate_yes: frozenset({P.employer_yes, P.employer_no, P.withdrawn, P.lapsed}),
    P.employer_yes: frozenset({P.placed, P.employer_no, P.withdrawn, P.lapsed}),
    P.candidate_no: frozenset(),
    P.employer_no: frozenset(),
    P.withdrawn: frozenset(),
    P.lapsed: frozenset(),
    P.placed: frozenset({P.finished}),
    P.finished: frozenset(),
}

PLACEMENT: Mapping[L, frozenset[L]] = {
    L.draft: frozenset({L.agreed, L.cancelled}),
    L.agreed: frozenset({L.started, L.draft, L.cancelled}),  # back to draft when something in it is changed
    L.started: frozenset({L.ended}),
    L.ended: frozenset(),
    L.cancelled: frozenset(),
}

FOLLOW_UP: Mapping[F, frozenset[F]] = {
    F.planned: frozenset({F.done, F.skipped, F.cancelled}),
    F.done: frozenset(),
    F.skipped: frozenset({F.done}),  # held after all
    F.cancelled: frozenset(),
}


def may_move(table: Mapping[State, frozenset[State]], current: State, wanted: State) -> bool:
    """Does the table have this move?"""
    return wanted in table[current]


def check_move(table: Mapping[State, frozenset[State]], current: State, wanted: State) -> None:
    """Raise `MoveNotAllowed` unless the table has this move."""
    if not may_move(table, current, wanted):
        raise MoveNotAllowed(current, wanted)
