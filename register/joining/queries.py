"""Requests for authority, and what has happened in one organisation."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from ground.audit import AuditEvent
from ground.errors import existing
from ground.paging import Page, one_page
from register.people.models import User
from register.roles.models import AuthorityRequest


def authority_requests_page(session: Session, *, answered: bool = False, page: int = 1) -> Page[AuthorityRequest]:
    """Requests that wait, oldest first, or those that are closed, newest first."""
    query = _requests()
    if answered:
        query = query.where(AuthorityRequest.closed_at.is_not(None)).order_by(AuthorityRequest.closed_at.desc())
    else:
        query = query.where(AuthorityRequest.closed_at.is_(None)).order_by(AuthorityRequest.requested_at)
    return one_page(session, query.order_by(AuthorityRequest.id), page=page)


def requests_to_answer(session: Session, *, now: datetime, most: int) -> list[AuthorityRequest]:
    """Requests for authority that wait for the county, the longest first; one whose code still works does not."""
    query = _requests().where(AuthorityRequest.waits_for_county(now))
    return list(session.scalars(query.order_by(AuthorityRequest.requested_at, AuthorityRequest.id).limit(most)))


def authority_request(session: Session, request_id: uuid.UUID) -> AuthorityRequest:
    """One request for authority. Raises NotFound."""
    return existing(session.scalar(_requests().where(AuthorityRequest.id == request_id)))


def _requests() -> Select[AuthorityRequest]:
    """Requests, each with who asks to bind whom."""
    of_request = joinedload(AuthorityRequest.organisation), joinedload(AuthorityRequest.user)
    return select(AuthorityRequest).options(*of_request)


def waiting_requests(session: Session) -> int:
    """How many requests for authority wait for an answer."""
    return (
        session.scalar(select(func.count()).select_from(AuthorityRequest).where(AuthorityRequest.closed_at.is_(None)))
        or 0
    )


PASSED_ON = ("workplace.handed_over", "workplace.taken_over")
"""The acts by which a workplace goes from one employer to another."""


@dataclass(frozen=True)
class Happened:
    """One act in an organisation: who did it (None: Plass itself), and to whom where it was done to a person."""

    event: AuditEvent
    actor: User | None
    subject: User | None


def events_of(
    session: Session, organisation_id: uuid.UUID, *, actions: Collection[str], most: int = 50
) -> list[Happened]:
    """The newest acts of some kinds in one organisation."""
    actor, subject = aliased(User), aliased(User)
    rows = session.execute(
        select(AuditEvent, actor, subject)
        .outerjoin(actor, actor.id == AuditEvent.actor_id)
        .outerjoin(subject, and_(subject.id == AuditEvent.subject_id, AuditEvent.subject_kind == "User"))
        .where(AuditEvent.organisation_id == organisation_id, AuditEvent.action.in_(actions))
        # Of what happened at one moment, «registered» comes before «verified».
        .order_by(AuditEvent.occurred_at.desc(), AuditEvent.action.desc(), AuditEvent.id)
        .limit(most)
    )
    return [Happened(*row) for row in rows]
