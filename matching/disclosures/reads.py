"""The log of everybody who looks at a candidate. The rows are made here; whoever shows the page writes them down."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ground.act import Act
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.candidate import Candidate
from register.roles.types import Role

LIST_PAUSE = timedelta(hours=12)


def reads(
    act: Act,
    *candidates: Candidate,
    role: Role,
    purpose: ReadPurpose,
    what: ReadWhat,
    organisation_id: uuid.UUID | None = None,
) -> list[CandidateRead]:
    """A look at each of these, to be written down. Employer roles name the organisation for which they look."""
    return [
        CandidateRead(
            at=act.now,
            candidate_id=candidate.id,
            user_id=act.person_id,
            role=role,
            organisation_id=organisation_id,
            purpose=purpose,
            what=what,
        )
        for candidate in candidates
    ]


def reads_of_list(
    act: Act,
    *,
    candidates: Iterable[Candidate],
    role: Role,
    purpose: ReadPurpose,
    organisation_id: uuid.UUID | None = None,
) -> list[CandidateRead]:
    """That somebody saw names in a list, to be written down: once in twelve hours for each, not at every click.

    Employer roles name the organisation for which they look.
    """
    seen = set(
        act.session.scalars(
            select(CandidateRead.candidate_id).where(
                CandidateRead.user_id == act.person_id,
                CandidateRead.purpose == purpose,
                CandidateRead.what == ReadWhat.LIST_ENTRY,
                CandidateRead.organisation_id == organisation_id,
                CandidateRead.at > act.now - LIST_PAUSE,
            )
        )
    )
    shown_now = {candidate.id: candidate for candidate in candidates}  # somebody may stand there more than once
    return reads(
        act,
        *(candidate for candidate in shown_now.values() if candidate.id not in seen),
        role=role,
        purpose=purpose,
        what=ReadWhat.LIST_ENTRY,
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
