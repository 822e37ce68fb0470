"""The county's lists: employers, requests for authority, what has happened in one organisation."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from certification.register.alphabet import in_alphabet
from certification.register.errors import existing
from certification.register.models.audit import AuditEvent
from certification.register.models.authority import AuthorityRequest
from certification.register.models.organisation import Organisation
from certification.register.models.people import User
from certification.register.organisation_number import number_searched_for
from certification.register.paging import Page, one_page
from certification.register.types import Verification


def organisations_page(
    session: Session,
    *,
    q: str = "",
    verification: Verification | None = None,
    municipality_number: str = "",
    page: int = 1,
) -> Page[Organisation]:
    """Employers by name, searched by part of the name or by number."""
    query = select(Organisation).order_by(in_alphabet(Organisation.name), Organisation.id)
    if q:
        query = query.where(
            or_(Organisation.name.icontains(q, autoescape=True), Organisation.orgnr == number_searched_for(q))
        )
    if verification is not None:
        query = query.where(Organisation.verification == verification)
    if municipality_number:
        query = query.where(Organisation.municipality_number == municipality_number)
    return one_page(session, query, page=page)


def authority_requests_page(session: Session, *, answered: bool = False, page: int = 1) -> Page[AuthorityRequest]:
    """Requests that wait, oldest first, or those that are closed, newest first."""
    query = select(AuthorityRequest).options(
        joinedload(AuthorityRequest.organisation), joinedload(AuthorityRequest.user)
    )
    if answered:
        query = query.where(AuthorityRequest.closed_at.is_not(None)).order_by(AuthorityRequest.closed_at.desc())
    else:
        query = query.where(AuthorityRequest.closed_at.is_(None)).order_by(AuthorityRequest.requested_at)
    return one_page(session, query, page=page)


def authority_request(session: Session, request_id: uuid.UUID) -> AuthorityRequest:
    """One request for authority. Raises NotFound."""
    return existing(session.get(AuthorityRequest, request_id))


def waiting_requests(session: Session) -> int:
    """How many requests for authority wait for an answer."""
    return (
        session.scalar(select(func.count()).select_from(AuthorityRequest).where(AuthorityRequest.closed_at.is_(None)))
        or 0
    )


def unverified_registrations(session: Session) -> int:
    """How many registrations wait for Enhetsregisteret."""
    waiting = Organisation.verification == Verification.UNVERIFIED
    return session.scalar(select(func.count()).select_from(Organisation).where(waiting)) or 0


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
        .order_by(AuditEvent.occurred_at.desc(), AuditEvent.id)
        .limit(most)
    )
    return [Happened(*row) for row in rows]
