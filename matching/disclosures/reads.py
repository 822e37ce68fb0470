"""The log of everybody who looks at a candidate, written in the transaction of the look itself."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.candidate import Candidate
from register.people.models import User
from register.roles.types import Role

LIST_PAUSE = timedelta(hours=12)


def log_read(
    session: Session,
    *,
    candidate: Candidate,
    reader: User,
    role: Role,
    purpose: ReadPurpose,
    what: ReadWhat,
    now: datetime,
    organisation_id: uuid.UUID | None = None,
) -> CandidateRead:
    """Write down one look. Employer roles name the organisation for which they look."""
    read = CandidateRead(
        at=now,
        candidate_id=candidate.id,
        user_id=reader.id,
        role=role,
        organisation_id=organisation_id,
        purpose=purpose,
        what=what,
    )
    session.add(read)
    session.flush()
    return read


def log_list(
    session: Session,
    *,
    candidates: Iterable[Candidate],
    reader: User,
    role: Role,
    purpose: ReadPurpose,
    now: datetime,
    organisation_id: uuid.UUID | None = None,
) -> None:
    """Write down that somebody saw names in a list: once in twelve hours for each, not at every click.

    Employer roles name the organisation for which they look.
    """
    seen = set(
        session.scalars(
            select(CandidateRead.candidate_id).where(
                CandidateRead.user_id == reader.id,
                CandidateRead.purpose == purpose,
                CandidateRead.what == ReadWhat.LIST_ENTRY,
                CandidateRead.organisation_id == organisation_id,
                CandidateRead.at > now - LIST_PAUSE,
            )
        )
    )
    for candidate in candidates:
        if candidate.id not in seen:
            log_read(
                session,
                candidate=candidate,
                reader=reader,
                role=role,
                purpose=purpose,
                what=ReadWhat.LIST_ENTRY,
                now=now,
                organisation_id=organisation_id,
            )


def reads_of(session: Session, candidate_id: uuid.UUID, *, most: int = 200) -> Sequence[CandidateRead]:
    """Who has looked at a candidate, newest first: for the candidate's own page."""
    return session.scalars(
        select(CandidateRead)
        .where(CandidateRead.candidate_id == candidate_id)
        .order_by(CandidateRead.at.desc(), CandidateRead.id)
        .options(joinedload(CandidateRead.user), joinedload(CandidateRead.organisation))
        .limit(most)
    ).all()
