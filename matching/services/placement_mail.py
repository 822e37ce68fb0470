"""Telling the three parties of a placement what has happened: a link for each, and nothing else."""

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from certification.register import outbox
from certification.register.models import User
from certification.register.services.roles import people_with_role
from certification.register.types import Locale, MailKind, Role
from matching.models.candidate import Candidate
from matching.models.placement import Placement
from matching.types import ApprovalParty

ALL_THREE = frozenset(ApprovalParty)


def tell(
    session: Session,
    placement: Placement,
    kind: MailKind,
    now: datetime,
    *,
    parties: Collection[ApprovalParty] = ALL_THREE,
    but_not: uuid.UUID | None = None,
) -> None:
    """Mail these parties, each with a link to the placement on their own pages; not the one who did it."""
    if ApprovalParty.EMPLOYER in parties:
        tell_employer(
            session, placement, kind, now, path=f"{_employers_list(placement)}/{placement.id}", but_not=but_not
        )
    if ApprovalParty.COUNSELLOR in parties and placement.coordinator_id != but_not:
        path = f"/veileder/plasseringer/{placement.id}"
        outbox.enqueue_to(session, placement.coordinator, kind=kind, now=now, path=path)
    if ApprovalParty.CANDIDATE in parties and placement.candidate.user_id != but_not:
        tell_candidate(session, placement.candidate, kind, now, path=f"/min-side/plasseringer/{placement.id}")


def tell_employer(
    session: Session,
    placement: Placement,
    kind: MailKind,
    now: datetime,
    *,
    path: str | None = None,
    but_not: uuid.UUID | None = None,
    once_key: str | None = None,
) -> int:
    """Mail the employer's leaders; without a path the link leads to their list. Returns how many mails were new."""
    sent = 0
    for leader in people_with_role(session, Role.LEADER, organisation_id=placement.opening.organisation_id):
        if leader.id == but_not:
            continue
        key = f"{once_key}-{leader.id}" if once_key else None
        message = outbox.enqueue_to(
            session, leader, kind=kind, now=now, once_key=key, path=path or _employers_list(placement)
        )
        sent += message is not None
    return sent


def tell_candidate(session: Session, candidate: Candidate, kind: MailKind, now: datetime, *, path: str) -> None:
    """Mail the candidate who has given an address, in the language they use in Plass."""
    if candidate.email and candidate.closed_at is None:
        locale = candidate.user.locale if candidate.user else Locale.BOKMAAL
        outbox.enqueue(session, recipient=candidate.email, kind=kind, now=now, locale=locale, path=path)


def tell_counsellor(session: Session, user: User, kind: MailKind, now: datetime, *, path: str) -> None:
    """Mail one counsellor."""
    outbox.enqueue_to(session, user, kind=kind, now=now, path=path)


def _employers_list(placement: Placement) -> str:
    return f"/arbeidsgiver/{placement.opening.organisation.orgnr}/plasseringer"
