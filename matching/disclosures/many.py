"""Who looks at very many candidates in a day is told to the county. Nobody is stopped: it may be right."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from ground.dates import NORWAY
from matching.disclosures.mails import DisclosureMail
from matching.disclosures.models import CandidateRead
from register.people import mail
from register.people.models import User
from register.roles.grants import people_with_role
from register.roles.types import Role

MOST_A_DAY = 200
"""More different candidates than this are told. A whole office with its colleagues' caseloads stays below."""
ACTION = "candidates.many_read"
SHOWN = 200


@dataclass(frozen=True)
class ManyReads:
    """A person who looked at very many candidates, when it was noticed, and how many they were by then."""

    noticed_at: datetime
    user: User
    candidates: int


def notice_many_reads(act: Act) -> int:
    """Write down and tell the programme's leaders, once for each person and day. Returns how many were new."""
    midnight = datetime.combine(act.today, time(), NORWAY).astimezone(UTC)
    candidates = func.count(CandidateRead.candidate_id.distinct())
    many = act.session.execute(
        select(CandidateRead.user_id, candidates)
        .where(CandidateRead.at >= midnight)
        .group_by(CandidateRead.user_id)
        .having(candidates > MOST_A_DAY)
    ).all()
    told = _noticed_since(act.session, midnight)
    new = [(user_id, count) for user_id, count in many if user_id not in told]
    for user_id, count in new:
        _tell(act, act.session.get_one(User, user_id), count)
    return len(new)


def noticed(session: Session) -> Sequence[ManyReads]:
    """Whom the county has been told of, the newest first."""
    rows = session.execute(
        select(AuditEvent, User)
        .join(User, User.id == AuditEvent.subject_id)
        .where(AuditEvent.action == ACTION)
        .order_by(AuditEvent.occurred_at.desc())
        .limit(SHOWN)
    ).all()
    return [ManyReads(event.occurred_at, user, event.details["candidates"]) for event, user in rows]


def _noticed_since(session: Session, moment: datetime) -> set[uuid.UUID]:
    return set(
        session.scalars(
            select(AuditEvent.subject_id).where(AuditEvent.action == ACTION, AuditEvent.occurred_at >= moment)
        )
    )


def _tell(act: Act, user: User, candidates: int) -> None:
    audit.record(act, action=ACTION, subject=user, candidates=candidates)
    for lead in people_with_role(act.session, Role.PROGRAMME_LEAD):
        mail.enqueue_to(act, lead, kind=DisclosureMail.MANY_CANDIDATES_READ, candidates=candidates)
