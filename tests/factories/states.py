"""A thing in a state that a test begins in, without the way there."""

from enum import StrEnum
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from ground.moves import PAST_MOVE


def put_past_move(session: Session, thing: Any, state: StrEnum, **also: object) -> None:
    """Put it in a state, with what the database asks of one there. No table is asked and nothing written down."""
    kind = type(thing)
    session.flush()
    session.execute(
        update(kind).where(kind.id == thing.id).values({kind.state_name: state, **also}),
        execution_options={PAST_MOVE: "the test is about what comes after"},
    )
    session.refresh(thing)
