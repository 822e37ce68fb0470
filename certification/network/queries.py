"""Reading the network: the gatherings and who comes."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, String, case, func, literal, select
from sqlalchemy.orm import Session, joinedload

from certification.network.models import Gathering, SignUp
from certification.network.types import GatheringState
from ground.alphabet import alphabetical
from ground.errors import NotFound, existing
from ground.paging import Page, one_page


def gathering(session: Session, gathering_id: uuid.UUID) -> Gathering:
    """One gathering, in any state. Raises NotFound."""
    return existing(session.get(Gathering, gathering_id))


def shown_gathering(session: Session, gathering_id: uuid.UUID) -> Gathering:
    """One gathering that employers may see: published, also when it was cancelled or is over. Raises NotFound."""
    found = gathering(session, gathering_id)
    if found.published_at is None:
        raise NotFound
    return found


def coming_gatherings(session: Session, now: datetime) -> Sequence[Gathering]:
    """The published gatherings that are not over, the next first."""
    return session.scalars(
        select(Gathering)
        .where(Gathering.published_at.is_not(None), Gathering.cancelled_at.is_(None), Gathering.ends_at > now)
        .order_by(Gathering.starts_at, Gathering.id)
    ).all()


def gatherings_page(
    session: Session, states: Collection[GatheringState], now: datetime, *, page: int = 1
) -> Page[Gathering]:
    """The gatherings in some states: what is ahead with the next first, what is behind with the last first."""
    over = GatheringState.OVER in states
    order = (Gathering.starts_at.desc(), Gathering.id.desc()) if over else (Gathering.starts_at, Gathering.id)
    query = select(Gathering).where(_state_at(now).in_(sorted(states))).order_by(*order)
    return one_page(session, query, page=page)


def _state_at(now: datetime) -> ColumnElement[str]:
    """Where a gathering stands at a moment, for the database: `rules.state_of`, told in SQL."""
    ways: list[tuple[ColumnElement[bool], GatheringState]] = [
        (Gathering.cancelled_at.is_not(None), GatheringState.CANCELLED),
        (Gathering.published_at.is_(None), GatheringState.DRAFT),
        (Gathering.ends_at <= now, GatheringState.OVER),
        (Gathering.starts_at <= now, GatheringState.BEGUN),
    ]
    words = [(condition, literal(state.value, String)) for condition, state in ways]
    return case(*words, else_=literal(GatheringState.UPCOMING.value, String))


def taken_seats(session: Session, gathering_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many are coming to each of these gatherings."""
    rows = session.execute(
        select(SignUp.gathering_id, func.count().label("taken"))
        .where(SignUp.gathering_id.in_(gathering_ids), SignUp.withdrawn_at.is_(None))
        .group_by(SignUp.gathering_id)
    )
    return dict.fromkeys(gathering_ids, 0) | {row.gathering_id: row.taken for row in rows}


def sign_ups_of(session: Session, gathering_id: uuid.UUID) -> Sequence[SignUp]:
    """Those who are coming to a gathering, by organisation and name."""
    found = _sign_ups(session, SignUp.gathering_id == gathering_id)
    return sorted(found, key=lambda one: (alphabetical(one.organisation.name), alphabetical(one.user.display_name)))


def sign_ups_from(session: Session, organisation_id: uuid.UUID, gathering_ids: Collection[uuid.UUID]) -> list[SignUp]:
    """Those of an organisation who are coming to these gatherings, in the order they signed up."""
    found = _sign_ups(session, SignUp.organisation_id == organisation_id, SignUp.gathering_id.in_(gathering_ids))
    return sorted(found, key=lambda one: one.signed_up_at)


def living_sign_up(session: Session, gathering_id: uuid.UUID, user_id: uuid.UUID) -> SignUp | None:
    """That a person is coming to a gathering, for whichever organisation."""
    return next(iter(_sign_ups(session, SignUp.gathering_id == gathering_id, SignUp.user_id == user_id)), None)


def _sign_ups(session: Session, *conditions: ColumnElement[bool]) -> Sequence[SignUp]:
    return session.scalars(
        select(SignUp)
        .where(SignUp.withdrawn_at.is_(None), *conditions)
        .options(joinedload(SignUp.organisation), joinedload(SignUp.user)),
        execution_options={"populate_existing": True},  # as they are now, also for whoever waited for the gathering
    ).all()
