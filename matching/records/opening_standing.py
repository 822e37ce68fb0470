"""Where a place stands on a day: its state, and whether its last day is past, told by the day and not by the clockwork.

What is past its last day has expired, also before the scheduler has come round to writing it down.
"""

from datetime import date

from sqlalchemy import SQLColumnExpression, and_, case, type_coerce

from matching.records.tables.opening import Opening
from matching.records.types import OFFERED, OpeningState


def standing_of(opening: Opening, day: date) -> OpeningState:
    """Where a place stands on a day."""
    is_past = opening.expires_on is not None and opening.expires_on < day
    return OpeningState.EXPIRED if opening.state in OFFERED and is_past else opening.state


def standing_on(day: date) -> SQLColumnExpression[OpeningState]:
    """The same for the database; a test holds the two to each other."""
    is_past = and_(Opening.state.in_(OFFERED), Opening.expires_on < day)
    found = case((is_past, type_coerce(OpeningState.EXPIRED, Opening.state.type)), else_=Opening.state)
    return type_coerce(found, Opening.state.type)
