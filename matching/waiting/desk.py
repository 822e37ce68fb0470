"""What a counsellor is to do now around placements: starts, talks, endings and approvals, the most urgent first."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select, true
from sqlalchemy.orm import Session, joinedload

from matching.placements.follow_ups import AHEAD
from matching.progress.rules.jobs import LASTED
from matching.records.queries.placements import agreed_starts, talks, with_all
from matching.records.tables.candidate import TAKES_PART, Candidate
from matching.records.tables.placement import Agreement, Approval, FollowUp, Placement
from matching.records.types import ApprovalParty, PlacementState

T = TypeVar("T")
BOTH = 2


@dataclass(frozen=True)
class Desk:
    """Whose things to do, and how many of each kind are wanted at most.

    Their own come first, then what colleagues at the same offices have not got round to in time.
    """

    counsellor_id: uuid.UUID
    office_ids: Collection[uuid.UUID]
    today: date
    most: int


def approvals(session: Session, desk: Desk) -> list[Placement]:
    """Drafts that employer and candidate have approved as they stand: only the counsellor's yes is left."""
    given = (
        select(func.count())
        .where(
            Approval.agreement_id == Agreement.id,
            Approval.agreement_version == Agreement.version,
            Approval.party.in_((ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE)),
        )
        .scalar_subquery()
    )
    query = (
        with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(Placement.state == PlacementState.DRAFT, given == BOTH)
        .options(joinedload(Placement.agreement).selectinload(Agreement.approvals))
    )
    return list(session.scalars(_on(desk, query, false(), Placement.begun_at, Placement.id)))


def starts(session: Session, desk: Desk) -> list[Placement]:
    """Agreed placements whose first day has come, the oldest first; those of an earlier day are late."""
    late = Agreement.starts_on < desk.today
    return list(session.scalars(_on(desk, agreed_starts(desk.today), late, Agreement.starts_on, Placement.id)))


def endings(session: Session, desk: Desk) -> list[Placement]:
    """Running placements whose agreed last day has passed, the oldest first."""
    query = (
        with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(Placement.state == PlacementState.STARTED, Agreement.ends_on < desk.today)
    )
    return list(session.scalars(_on(desk, query, true(), Agreement.ends_on, Placement.id)))


def talks_to_hold(session: Session, desk: Desk) -> list[FollowUp]:
    """Planned talks that can be recorded by now, the oldest first."""
    query = talks().where(can_be_recorded(desk.today))
    return list(session.scalars(_on(desk, query, FollowUp.late_on(desk.today), FollowUp.due_on, FollowUp.id)))


def can_be_recorded(today: date) -> ColumnElement[bool]:
    """Whether a talk can be recorded by a day, for the database: `follow_ups.earliest_day` is not later."""
    return or_(
        FollowUp.due_on <= today,
        and_(FollowUp.due_on <= today + AHEAD, FollowUp.week.not_in(list(LASTED))),
    )


def _on(desk: Desk, query: Select[T], late: ColumnElement[bool], *order: object) -> Select[T]:
    own = Placement.coordinator_id == desk.counsellor_id
    first = case((own, 0), else_=1), case((late, 0), else_=1)
    colleagues = and_(late, *TAKES_PART)
    return (
        query.where(Candidate.nav_office_id.in_(desk.office_ids), or_(own, colleagues))
        .order_by(None)
        .order_by(*first, *order)  # type: ignore[arg-type]  # columns of each query's own
        .limit(desk.most)
    )
