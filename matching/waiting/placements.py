"""Lists of placements: those that may wait for whoever looks come first."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, or_
from sqlalchemy.orm import Session

from ground.alphabet import in_alphabet
from ground.paging import Order, Page, one_page
from matching.records.queries import placements as queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Agreement, FollowUp, Placement
from matching.records.types import FollowUpState, PlacementState
from matching.waiting.desk import can_be_recorded


def page_of_offices(
    session: Session,
    office_ids: Collection[uuid.UUID],
    *,
    today: date,
    searched: str = "",
    order: Order = Order.NEXT,
    page: int = 1,
) -> Page[Placement]:
    """One page of the unfinished placements of the candidates of NAV offices, searched by first name or title.

    Those that may wait come first, unless they are to stand by name or with the newest first.
    """
    talk = Placement.follow_ups.any(and_(FollowUp.state == FollowUpState.PLANNED, can_be_recorded(today)))
    waits = or_(may_wait(today), and_(Placement.state == PlacementState.STARTED, talk))
    query = queries.at_offices(office_ids, searched)
    match order:
        case Order.NAME:
            query = query.order_by(in_alphabet(Candidate.first_name))
        case Order.NEWEST:
            query = query.order_by(Placement.begun_at.desc())
    query = query.order_by(*_order(waits))
    return one_page(session, query, page=page)


def page_of_organisation(
    session: Session, organisation_id: uuid.UUID, *, today: date, page: int = 1
) -> Page[Placement]:
    """One page of the unfinished placements at an employer that are still shared with it."""
    query = queries.at_organisation(organisation_id).order_by(*_order(may_wait(today)))
    return one_page(session, query, page=page)


def waits_at_organisation(session: Session, organisation_id: uuid.UUID, *, today: date, most: int) -> list[Placement]:
    """Those among them that may wait for the employer, the oldest first; whether they do, their rules say.

    Also those with a talk that should have been held: the employer can see to it that it is.
    """
    late = and_(Placement.state == PlacementState.STARTED, Placement.follow_ups.any(FollowUp.late_on(today)))
    query = queries.at_organisation(organisation_id).where(or_(may_wait(today), late))
    return list(session.scalars(query.order_by(Placement.begun_at, Placement.id).limit(most)))


def may_wait(today: date) -> ColumnElement[bool]:
    """Whether somebody may have to act at a placement: an agreement to write, a start or an ending to record."""
    starts = Placement.agreement.has(Agreement.starts_on <= today)
    ends = Placement.agreement.has(Agreement.ends_on < today)
    return or_(
        Placement.state == PlacementState.DRAFT,
        and_(Placement.state == PlacementState.AGREED, starts),
        and_(Placement.state == PlacementState.STARTED, ends),
    )


def _order(waits: ColumnElement[bool]) -> tuple[SQLColumnExpression[Any], ...]:
    return case((waits, 0), else_=1), Placement.begun_at.desc(), Placement.id
