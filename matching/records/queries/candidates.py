"""Reading candidates and their proposals: getters that raise NotFound for what is foreign or missing, and lists."""

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, defer, joinedload, selectinload

from ground.alphabet import in_alphabet
from ground.errors import existing
from matching.records.queries.openings import WHOLE
from matching.records.tables.candidate import TAKES_PART, Candidate
from matching.records.tables.caseload import CaseloadEntry
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import HOLDS_A_POSITION
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role

WITH_PLACE = (
    joinedload(Proposal.opening).joinedload(Opening.organisation),
    joinedload(Proposal.opening).joinedload(Opening.workplace),
)


def candidate_of_offices(session: Session, office_ids: Collection[uuid.UUID], candidate_id: uuid.UUID) -> Candidate:
    """A candidate of one of these NAV offices, also one who has left. Raises NotFound.

    Of one who wants to be deleted, and of one who is forgotten, it is missing.
    """
    found = known_candidate_of_offices(session, office_ids, candidate_id)
    return existing(found if found.deletion_asked_at is None else None)


def known_candidate_of_offices(
    session: Session, office_ids: Collection[uuid.UUID], candidate_id: uuid.UUID
) -> Candidate:
    """The same, also one who wants to be deleted: to be told so, and to let them come in and regret it."""
    known = Candidate.nav_office_id.in_(office_ids), Candidate.forgotten_at.is_(None)
    return existing(session.scalar(select(Candidate).where(Candidate.id == candidate_id, *known)))


def candidate_of_user(session: Session, user_id: uuid.UUID) -> Candidate:
    """The candidate who is signed in and takes part. Raises NotFound."""
    return existing(session.scalar(select(Candidate).where(Candidate.user_id == user_id, *TAKES_PART)))


def known_candidate_of_user(session: Session, user_id: uuid.UUID) -> Candidate:
    """The candidate who is signed in, also one who has left or wants to be deleted. Raises NotFound."""
    return existing(candidate_with_user(session, user_id))


def candidate_with_user(session: Session, user_id: uuid.UUID) -> Candidate | None:
    """The candidate whose user this is, if it is one's; also one who has left or wants to be deleted."""
    return session.scalar(select(Candidate).where(Candidate.user_id == user_id))


def in_caseload(counsellor_id: uuid.UUID, office_ids: Collection[uuid.UUID]) -> Select[Candidate]:
    """The question for the candidates whom a counsellor coordinates now in offices where they still work."""
    return (
        select(Candidate)
        .join(CaseloadEntry, CaseloadEntry.candidate_id == Candidate.id)
        .where(
            CaseloadEntry.counsellor_id == counsellor_id,
            CaseloadEntry.until_at.is_(None),
            Candidate.nav_office_id.in_(office_ids),
            *TAKES_PART,
        )
    )


def looking_in_caseload(
    session: Session, counsellor_id: uuid.UUID, office_ids: Collection[uuid.UUID]
) -> Sequence[Candidate]:
    """Those in a counsellor's caseload who look for a place: no pause, no stop, and nothing agreed or running."""
    settled = select(Placement.candidate_id).where(Placement.state.in_(HOLDS_A_POSITION))
    return session.scalars(
        in_caseload(counsellor_id, office_ids)
        .where(Candidate.paused_at.is_(None), Candidate.restricted_at.is_(None), Candidate.id.not_in(settled))
        .order_by(in_alphabet(Candidate.first_name), Candidate.created_at, Candidate.id)
    ).all()


def at_offices(office_ids: Collection[uuid.UUID]) -> Select[Candidate]:
    """The question for everyone whom these NAV offices keep and who takes part."""
    return select(Candidate).where(Candidate.nav_office_id.in_(office_ids), *TAKES_PART)


def coordinators_of(session: Session, candidate_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, CaseloadEntry]:
    """Who coordinates each of these candidates now."""
    entries = session.scalars(
        select(CaseloadEntry)
        .where(CaseloadEntry.candidate_id.in_(candidate_ids), CaseloadEntry.until_at.is_(None))
        .options(joinedload(CaseloadEntry.counsellor))
    )
    return {entry.candidate_id: entry for entry in entries}


def proposals_of(session: Session, candidate_ids: Collection[uuid.UUID]) -> Sequence[Proposal]:
    """All proposals to these candidates, newest first, with place and employer."""
    return session.scalars(_proposals(candidate_ids)).all()


def living_proposals_of(session: Session, candidate_ids: Collection[uuid.UUID]) -> Sequence[Proposal]:
    """The proposals to these candidates that are not closed, newest first, each with the title of its place."""
    return session.scalars(
        select(Proposal)
        .where(Proposal.candidate_id.in_(candidate_ids), Proposal.closed_at.is_(None))
        .order_by(Proposal.proposed_at.desc(), Proposal.id)
        .options(defer(Proposal.snapshot), joinedload(Proposal.opening).load_only(Opening.title, Opening.written_in))
    ).all()


def openings_proposed_to(session: Session, candidate_id: uuid.UUID) -> set[uuid.UUID]:
    """The openings that are proposed to a candidate and not answered with a no, taken back or over."""
    living = Proposal.candidate_id == candidate_id, Proposal.closed_at.is_(None)
    return set(session.scalars(select(Proposal.opening_id).where(*living)))


def proposals_and_sharings_of(session: Session, candidate_id: uuid.UUID) -> Sequence[Proposal]:
    """All proposals to one candidate, newest first, with who proposed and what the employer was let to see."""
    people = joinedload(Proposal.counsellor), joinedload(Proposal.answered_for_by)
    with_all = selectinload(Proposal.disclosures), *people
    return session.scalars(_proposals([candidate_id]).options(*with_all)).all()


def proposal_of(session: Session, candidate_id: uuid.UUID, proposal_id: uuid.UUID) -> Proposal:
    """One proposal to one candidate, with the place and who proposed it. Raises NotFound."""
    return existing(
        session.scalar(
            _proposals([candidate_id])
            .where(Proposal.id == proposal_id)
            .options(joinedload(Proposal.counsellor), joinedload(Proposal.answered_for_by))
        )
    )


def proposal_of_user(session: Session, user_id: uuid.UUID, proposal_id: uuid.UUID) -> Proposal:
    """A proposal to the candidate who is signed in, with both. Raises NotFound."""
    return existing(session.scalar(_to_user(user_id).where(Proposal.id == proposal_id)))


def whole_proposal_of_user(session: Session, user_id: uuid.UUID, proposal_id: uuid.UUID) -> Proposal:
    """The same, with all that the candidate reads: the whole place, and who proposed it; also of one who has left."""
    people = joinedload(Proposal.counsellor), joinedload(Proposal.answered_for_by)
    to_read = *people, joinedload(Proposal.opening).options(*WHOLE), *WITH_PLACE
    return existing(session.scalar(_to_user_known(user_id).where(Proposal.id == proposal_id).options(*to_read)))


def _to_user(user_id: uuid.UUID) -> Select[Proposal]:
    return _to_user_known(user_id).where(*TAKES_PART)


def _to_user_known(user_id: uuid.UUID) -> Select[Proposal]:
    return (
        select(Proposal)
        .join(Proposal.candidate)
        .where(Candidate.user_id == user_id)
        .options(contains_eager(Proposal.candidate))
    )


def _proposals(candidate_ids: Collection[uuid.UUID]) -> Select[Proposal]:
    return (
        select(Proposal)
        .where(Proposal.candidate_id.in_(candidate_ids))
        .order_by(Proposal.proposed_at.desc(), Proposal.id)
        .options(*WITH_PLACE)
    )


def who_follow_up(session: Session, candidate_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[User]]:
    """Whom to tell of what concerns each of these candidates: the coordinator; all counsellors of the office where the
    one there was no longer works.
    """
    rows = session.execute(
        select(Candidate.id, User, CaseloadEntry.id.is_not(None))
        .join(
            RoleGrant,
            (RoleGrant.nav_office_id == Candidate.nav_office_id)
            & (RoleGrant.role == Role.COUNSELLOR)
            & RoleGrant.revoked_at.is_(None),
        )
        .join(User, (User.id == RoleGrant.user_id) & User.closed_at.is_(None))
        .outerjoin(
            CaseloadEntry,
            (CaseloadEntry.candidate_id == Candidate.id)
            & (CaseloadEntry.counsellor_id == User.id)
            & CaseloadEntry.until_at.is_(None),
        )
        .where(Candidate.id.in_(candidate_ids))
        .order_by(User.email, User.id)
    ).all()
    coordinators = {candidate_id: [user] for candidate_id, user, coordinates in rows if coordinates}
    found: dict[uuid.UUID, list[User]] = {}
    for candidate_id, user, _ in rows:
        found.setdefault(candidate_id, []).append(user)
    return found | coordinators
