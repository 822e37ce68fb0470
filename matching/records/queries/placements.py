"""Reading placements: lists for pages, and getters that raise NotFound for what is foreign or missing."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from ground.alphabet import name_contains
from ground.errors import existing
from ground.paging import Page, one_page
from matching.catalogue.kinds import OpeningKind
from matching.progress.types import UndoReason
from matching.records.tables.candidate import TAKES_PART, Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Agreement, Approval, FollowUp, Placement
from matching.records.tables.proposal import Disclosure, Proposal
from matching.records.types import (
    HOLDS_A_POSITION,
    UNFINISHED,
    WAS_AT_WORK,
    FollowUpState,
    PlacementState,
    ProposalState,
)
from register.organisations.models import Organisation
from register.organisations.types import Verification

LIVING = Disclosure.withdrawn_at.is_(None)
SEEN_BY_EMPLOYER = (LIVING, Organisation.verification == Verification.VERIFIED)
"""The candidate shares with the employer now, and Enhetsregisteret has not refused the employer since."""
FREE_OR_PLACED = or_(Proposal.state == ProposalState.PLACED, Proposal.candidate.has(Candidate.restricted_at.is_(None)))
"""Nobody has asked that it be not used; what is agreed or running goes on all the same (GDPR article 18)."""
FREE_OR_RUNNING = or_(Placement.state.in_(HOLDS_A_POSITION), Candidate.restricted_at.is_(None))
"""The same, of a placement."""


def disclosed_proposal(session: Session, orgnr: str, proposal_id: uuid.UUID) -> Proposal:
    """A proposal of one of the employer's places whose candidate lets them know who it is now, with what is told of it.

    Raises NotFound, also when Enhetsregisteret has refused the employer since.
    """
    query = _employers_proposal(orgnr, proposal_id, LIVING).options(
        joinedload(Proposal.candidate),
        contains_eager(Proposal.opening).joinedload(Opening.workplace),
        joinedload(Proposal.counsellor),
    )
    return existing(session.scalars(query).first())


def proposal_to_answer(session: Session, orgnr: str, proposal_id: uuid.UUID) -> Proposal:
    """The same, or one that the employer has said no to: a no may be sent twice. Raises NotFound."""
    to_answer = or_(LIVING, Proposal.state == ProposalState.EMPLOYER_NO)
    return existing(session.scalars(_employers_proposal(orgnr, proposal_id, to_answer)).first())


def _employers_proposal(orgnr: str, proposal_id: uuid.UUID, condition: ColumnElement[bool]) -> Select[Proposal]:
    return (
        select(Proposal)
        .join(Proposal.opening)
        .join(Opening.organisation)
        .join(Disclosure, Disclosure.proposal_id == Proposal.id)
        .where(
            Proposal.id == proposal_id,
            Organisation.orgnr == orgnr,
            Organisation.verification == Verification.VERIFIED,
            FREE_OR_PLACED,
            condition,
        )
    )


def placement_of_employer(session: Session, orgnr: str, placement_id: uuid.UUID) -> Placement:
    """A placement at one of the employer's places that the candidate still shares with them.

    Raises NotFound, also when Enhetsregisteret has refused the employer since: the counsellor takes it from there.
    """
    return existing(
        session.scalar(
            _one_with_all()
            .join(Disclosure, Disclosure.proposal_id == Placement.proposal_id)
            .where(Placement.id == placement_id, Organisation.orgnr == orgnr, *SEEN_BY_EMPLOYER, FREE_OR_RUNNING)
        )
    )


def placement_of_offices(session: Session, office_ids: Collection[uuid.UUID], placement_id: uuid.UUID) -> Placement:
    """A placement of a candidate of these NAV offices, also one who has left. Raises NotFound.

    Of one who wants to be deleted, and of one who is forgotten, it is missing.
    """
    kept = Candidate.deletion_asked_at.is_(None), Candidate.forgotten_at.is_(None)
    theirs = Placement.id == placement_id, Candidate.nav_office_id.in_(office_ids)
    return existing(session.scalar(_one_with_all().where(*theirs, *kept)))


def placement_of_candidate(session: Session, user_id: uuid.UUID, placement_id: uuid.UUID) -> Placement:
    """The candidate's own placement. Raises NotFound, also for one who has left."""
    return existing(session.scalar(_to_candidate(user_id, placement_id).where(*TAKES_PART)))


def known_placement_of_candidate(session: Session, user_id: uuid.UUID, placement_id: uuid.UUID) -> Placement:
    """The same, also of one who has left or wants to be deleted. Raises NotFound."""
    return existing(session.scalar(_to_candidate(user_id, placement_id)))


def _to_candidate(user_id: uuid.UUID, placement_id: uuid.UUID) -> Select[Placement]:
    return _one_with_all().where(Placement.id == placement_id, Candidate.user_id == user_id)


def at_organisation(organisation_id: uuid.UUID) -> Select[Placement]:
    """The question for the unfinished placements at an employer that are still shared with it, as they stand."""
    return _as_it_stands().where(*_shared_with(organisation_id))


def states_at_organisation(session: Session, organisation_id: uuid.UUID) -> dict[PlacementState, int]:
    """How many of them there are in each state; states without any are left out."""
    rows = session.execute(
        select(Placement.state.label("state"), func.count(Placement.id).label("number"))
        .join(Placement.opening)
        .join(Placement.candidate)
        .join(Opening.organisation)
        .where(*_shared_with(organisation_id))
        .group_by(Placement.state)
    )
    return {row.state: row.number for row in rows}


def _shared_with(organisation_id: uuid.UUID) -> tuple[ColumnElement[bool], ...]:
    shared = exists().where(Disclosure.proposal_id == Placement.proposal_id, LIVING)
    return (
        Opening.organisation_id == organisation_id,
        Organisation.verification == Verification.VERIFIED,
        Placement.state.in_(UNFINISHED),
        FREE_OR_RUNNING,
        shared,
    )


@dataclass(frozen=True)
class PastPlacement:
    """What an employer keeps of a placement that is over: nothing of who it was.

    One whose start was taken back has no days, and says why.
    """

    title: str
    kind: OpeningKind
    started_on: date | None
    ended_on: date | None
    undone_because: UndoReason | None


def past_of_organisation(session: Session, organisation_id: uuid.UUID, *, page: int = 1) -> Page[PastPlacement]:
    """One page of the placements at an employer that have ended, the latest first; then those that never began."""
    never_began = and_(Placement.state == PlacementState.CANCELLED, Placement.undone_at.is_not(None))
    query = (
        select(Placement)
        .join(Placement.opening)
        .where(Opening.organisation_id == organisation_id, or_(Placement.state == PlacementState.ENDED, never_began))
        .order_by(never_began, Placement.ended_on.desc(), Placement.id)
        .options(contains_eager(Placement.opening).load_only(Opening.title, Opening.written_in))
    )
    found = one_page(session, query, page=page)
    rows = [
        PastPlacement(
            one.opening.title,
            one.kind,
            one.started_on,
            one.ended_on,
            one.undone_because if one.ended_on is None else None,
        )
        for one in found.rows
    ]
    return Page(rows, found.number, found.pages, found.total)


def at_offices(office_ids: Collection[uuid.UUID], searched: str = "") -> Select[Placement]:
    """The question for the unfinished placements of the candidates of these NAV offices, as they stand.

    With `searched` for those whose first name or whose opening's title holds it.
    """
    theirs = Candidate.nav_office_id.in_(office_ids), Placement.state.in_(UNFINISHED)
    return _as_it_stands().where(*theirs, *_holding(searched))


def _holding(searched: str) -> list[ColumnElement[bool]]:
    if not searched:
        return []
    return [or_(name_contains(Candidate.first_name, searched), name_contains(Opening.title, searched))]


def past_of_offices(
    session: Session, office_ids: Collection[uuid.UUID], *, searched: str = "", page: int = 1
) -> Page[Placement]:
    """One page of these candidates' placements that are over or came to nothing, newest first; of none who left."""
    over = Placement.state.not_in(UNFINISHED), *TAKES_PART
    query = with_all().where(Candidate.nav_office_id.in_(office_ids), *over, *_holding(searched))
    query = query.options(selectinload(Placement.follow_ups))
    return one_page(session, query.order_by(Placement.begun_at.desc(), Placement.id), page=page)


def of_candidate(session: Session, candidate_id: uuid.UUID) -> list[Placement]:
    """A candidate's placements, newest first."""
    query = _as_it_stands().where(Placement.candidate_id == candidate_id)
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def is_placed(session: Session, candidate_id: uuid.UUID) -> bool:
    """Whether something is agreed or running: it must be ended, with its reason, before the person can leave."""
    placed = select(Placement.id).where(Placement.candidate_id == candidate_id, Placement.state.in_(HOLDS_A_POSITION))
    return session.scalar(placed.limit(1)) is not None


def drafts_of_candidate(session: Session, candidate_id: uuid.UUID) -> list[Placement]:
    """A candidate's placements whose agreement is still being written, newest first."""
    query = with_all().where(Placement.candidate_id == candidate_id, Placement.state == PlacementState.DRAFT)
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def of_proposals(session: Session, proposal_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Placement]:
    """The placements that these proposals led to, by proposal; without any: left out."""
    found = session.scalars(select(Placement).where(Placement.proposal_id.in_(proposal_ids)))
    return {placement.proposal_id: placement for placement in found}


def talks() -> Select[FollowUp]:
    """The question for the planned talks of those who are or were at work, the oldest first.

    Those from before an ending are among them: they tell whether it lasted.
    """
    return (
        select(FollowUp)
        .join(FollowUp.placement)
        .join(Placement.candidate)
        .where(
            FollowUp.state == FollowUpState.PLANNED,
            Placement.state.in_(WAS_AT_WORK),
            Candidate.deletion_asked_at.is_(None),
        )
        .order_by(FollowUp.due_on, FollowUp.id)
        .options(
            contains_eager(FollowUp.placement).contains_eager(Placement.candidate),
            contains_eager(FollowUp.placement).joinedload(Placement.opening),
            contains_eager(FollowUp.placement).joinedload(Placement.coordinator),
        )
    )


def talks_due(session: Session, *, until: date, coordinator_id: uuid.UUID | None = None) -> list[FollowUp]:
    """Talks that are planned for that day or earlier, the oldest first; of one coordinator, or all."""
    query = talks().where(FollowUp.due_on <= until)
    if coordinator_id is not None:
        query = query.where(Placement.coordinator_id == coordinator_id)
    return list(session.scalars(query))


def agreed_starts(today: date) -> Select[Placement]:
    """The question for the agreed placements whose first day has come, the oldest first."""
    return (
        with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(Placement.state == PlacementState.AGREED, Agreement.starts_on <= today)
        .order_by(Agreement.starts_on, Placement.id)
    )


def starts_to_confirm(session: Session, *, today: date) -> list[Placement]:
    """Agreed placements whose first day has come, the oldest first."""
    return list(session.scalars(agreed_starts(today)))


def positions_taken(session: Session, opening_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many positions of each opening are held by an agreed or running placement; without any: left out."""
    rows = session.execute(
        select(Placement.opening_id, func.count())
        .where(Placement.opening_id.in_(list(opening_ids)), Placement.state.in_(HOLDS_A_POSITION))
        .group_by(Placement.opening_id)
    )
    return {row[0]: row[1] for row in rows}


def filled(session: Session, openings: Collection[Opening]) -> set[uuid.UUID]:
    """Those of the places, by id, whose every position is taken: one more can neither be promised nor agreed."""
    taken = positions_taken(session, [opening.id for opening in openings])
    return {opening.id for opening in openings if taken.get(opening.id, 0) >= opening.positions}


def with_all() -> Select[Placement]:
    """Placements with what is shown of each, in one question to the database: who, where, who follows up, what for."""
    return (
        select(Placement)
        .join(Placement.candidate)
        .join(Placement.opening)
        .join(Opening.organisation)
        .options(
            contains_eager(Placement.candidate),
            contains_eager(Placement.opening).contains_eager(Opening.organisation),
            contains_eager(Placement.opening).joinedload(Opening.workplace),
            joinedload(Placement.coordinator),
            joinedload(Placement.agreement),
        )
    )


def _one_with_all() -> Select[Placement]:
    """The same for one page: who approved comes with the approvals, which only some of its pages ask for."""
    return with_all().options(
        joinedload(Placement.agreement).lazyload(Agreement.approvals).joinedload(Approval.approved_by)
    )


def _as_it_stands() -> Select[Placement]:
    """The same, with what decides the next thing to do: the hours of the place, the approvals and the talks."""
    return with_all().options(
        contains_eager(Placement.opening).selectinload(Opening.shifts),
        joinedload(Placement.agreement).selectinload(Agreement.approvals),
        selectinload(Placement.follow_ups),
    )
