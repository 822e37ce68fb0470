"""Reading placements: lists for pages, and getters that raise NotFound for what is foreign or missing."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from ground.errors import existing
from matching.catalogue.kinds import OpeningKind
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Agreement, Approval, FollowUp, Placement
from matching.records.tables.proposal import Disclosure, Proposal
from matching.records.types import (
    HOLDS_A_POSITION,
    UNFINISHED,
    WAS_AT_WORK,
    ApprovalParty,
    FollowUpState,
    PlacementState,
    ProposalState,
)
from register.organisations.models import Organisation
from register.organisations.types import Verification

BOTH = 2
LIVING = Disclosure.withdrawn_at.is_(None)
SEEN_BY_EMPLOYER = (LIVING, Organisation.verification == Verification.VERIFIED)
"""The candidate shares with the employer now, and Enhetsregisteret has not refused the employer since."""


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
            .where(Placement.id == placement_id, Organisation.orgnr == orgnr, *SEEN_BY_EMPLOYER)
        )
    )


def placement_of_offices(session: Session, office_ids: Collection[uuid.UUID], placement_id: uuid.UUID) -> Placement:
    """A placement of a candidate of these NAV offices. Raises NotFound."""
    return existing(
        session.scalar(_one_with_all().where(Placement.id == placement_id, Candidate.nav_office_id.in_(office_ids)))
    )


def placement_of_candidate(session: Session, user_id: uuid.UUID, placement_id: uuid.UUID) -> Placement:
    """The candidate's own placement. Raises NotFound."""
    return existing(
        session.scalar(
            _one_with_all().where(
                Placement.id == placement_id, Candidate.user_id == user_id, Candidate.closed_at.is_(None)
            )
        )
    )


def of_organisation(session: Session, organisation_id: uuid.UUID) -> list[Placement]:
    """The placements at an employer that are still shared with it, newest first."""
    query = (
        _as_it_stands()
        .join(Disclosure, Disclosure.proposal_id == Placement.proposal_id)
        .where(
            Opening.organisation_id == organisation_id,
            *SEEN_BY_EMPLOYER,
            Placement.state.in_(UNFINISHED),
        )
        .order_by(Placement.begun_at.desc(), Placement.id)
    )
    return list(session.scalars(query))


@dataclass(frozen=True)
class PastPlacement:
    """What an employer keeps of a placement that is over: nothing of who it was."""

    title: str
    kind: OpeningKind
    started_on: date
    ended_on: date


def past_of_organisation(session: Session, organisation_id: uuid.UUID, *, most: int = 100) -> list[PastPlacement]:
    """The placements at an employer that have ended, the latest first."""
    rows = session.execute(
        select(Opening.title, Placement.kind, Placement.started_on, Placement.ended_on)
        .join(Opening, Opening.id == Placement.opening_id)
        .where(Opening.organisation_id == organisation_id, Placement.state == PlacementState.ENDED)
        .order_by(Placement.ended_on.desc(), Placement.id)
        .limit(most)
    )
    return [
        PastPlacement(title, kind, started_on, ended_on)
        for title, kind, started_on, ended_on in rows
        if started_on is not None and ended_on is not None
    ]


def of_offices(session: Session, office_ids: Collection[uuid.UUID]) -> list[Placement]:
    """The unfinished placements of the candidates of these NAV offices, newest first."""
    query = _as_it_stands().where(Candidate.nav_office_id.in_(office_ids), Placement.state.in_(UNFINISHED))
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def past_of_offices(session: Session, office_ids: Collection[uuid.UUID]) -> list[Placement]:
    """The placements of the candidates of these NAV offices that are over or came to nothing, newest first."""
    query = _with_all().where(Candidate.nav_office_id.in_(office_ids), Placement.state.not_in(UNFINISHED))
    query = query.options(selectinload(Placement.follow_ups))
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def of_candidate(session: Session, candidate_id: uuid.UUID) -> list[Placement]:
    """A candidate's placements, newest first."""
    query = _as_it_stands().where(Placement.candidate_id == candidate_id)
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def drafts_of_candidate(session: Session, candidate_id: uuid.UUID) -> list[Placement]:
    """A candidate's placements whose agreement is still being written, newest first."""
    query = _with_all().where(Placement.candidate_id == candidate_id, Placement.state == PlacementState.DRAFT)
    return list(session.scalars(query.order_by(Placement.begun_at.desc(), Placement.id)))


def of_proposals(session: Session, proposal_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Placement]:
    """The placements that these proposals led to, by proposal; without any: left out."""
    found = session.scalars(select(Placement).where(Placement.proposal_id.in_(proposal_ids)))
    return {placement.proposal_id: placement for placement in found}


def talks_due(
    session: Session,
    *,
    until: date,
    coordinator_id: uuid.UUID | None = None,
    office_ids: Collection[uuid.UUID] | None = None,
) -> list[FollowUp]:
    """Talks that are planned for that day or earlier, the oldest first; of one coordinator, of offices, or all.

    Those from before an ending are among them: they tell whether it lasted.
    """
    query = (
        select(FollowUp)
        .join(FollowUp.placement)
        .join(Placement.candidate)
        .where(FollowUp.state == FollowUpState.PLANNED, FollowUp.due_on <= until, Placement.state.in_(WAS_AT_WORK))
        .order_by(FollowUp.due_on, FollowUp.id)
        .options(
            contains_eager(FollowUp.placement).contains_eager(Placement.candidate),
            contains_eager(FollowUp.placement).joinedload(Placement.opening),
            contains_eager(FollowUp.placement).joinedload(Placement.coordinator),
        )
    )
    if coordinator_id is not None:
        query = query.where(Placement.coordinator_id == coordinator_id)
    if office_ids is not None:
        query = query.where(Candidate.nav_office_id.in_(office_ids))
    return list(session.scalars(query))


def starts_to_confirm(
    session: Session,
    *,
    today: date,
    office_ids: Collection[uuid.UUID] | None = None,
    organisation_id: uuid.UUID | None = None,
) -> list[Placement]:
    """Agreed placements whose first day has come, the oldest first."""
    query = (
        _with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(Placement.state == PlacementState.AGREED, Agreement.starts_on <= today)
        .order_by(Agreement.starts_on, Placement.id)
    )
    if office_ids is not None:
        query = query.where(Candidate.nav_office_id.in_(office_ids))
    if organisation_id is not None:
        query = query.where(Opening.organisation_id == organisation_id)
    return list(session.scalars(query))


def past_their_end(session: Session, *, today: date, office_ids: Collection[uuid.UUID]) -> list[Placement]:
    """Running placements whose agreed last day has passed, the oldest first."""
    query = (
        _with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(
            Placement.state == PlacementState.STARTED,
            Agreement.ends_on < today,
            Candidate.nav_office_id.in_(office_ids),
        )
        .order_by(Agreement.ends_on, Placement.id)
    )
    return list(session.scalars(query))


def to_approve_last(session: Session, *, office_ids: Collection[uuid.UUID]) -> list[Placement]:
    """Drafts that employer and candidate have approved as they stand: only the counsellor's yes is left."""
    approvals = (
        select(func.count())
        .where(
            Approval.agreement_id == Agreement.id,
            Approval.agreement_version == Agreement.version,
            Approval.party.in_((ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE)),
        )
        .scalar_subquery()
    )
    query = (
        _with_all()
        .join(Agreement, Agreement.placement_id == Placement.id)
        .where(Placement.state == PlacementState.DRAFT, Candidate.nav_office_id.in_(office_ids), approvals == BOTH)
        .order_by(Placement.begun_at, Placement.id)
    )
    return list(session.scalars(query))


def positions_taken(session: Session, opening_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many positions of each opening are held by an agreed or running placement; without any: left out."""
    rows = session.execute(
        select(Placement.opening_id, func.count())
        .where(Placement.opening_id.in_(list(opening_ids)), Placement.state.in_(HOLDS_A_POSITION))
        .group_by(Placement.opening_id)
    )
    return {row[0]: row[1] for row in rows}


def taken_positions(session: Session, opening_id: uuid.UUID) -> int:
    """How many of a place's positions are taken by agreed or started placements."""
    return positions_taken(session, [opening_id]).get(opening_id, 0)


def _with_all() -> Select[Placement]:
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
    return _with_all().options(
        joinedload(Placement.agreement).lazyload(Agreement.approvals).joinedload(Approval.approved_by)
    )


def _as_it_stands() -> Select[Placement]:
    """The same, with what decides the next thing to do: the hours of the place, the approvals and the talks."""
    return _with_all().options(
        contains_eager(Placement.opening).selectinload(Opening.shifts),
        joinedload(Placement.agreement).selectinload(Agreement.approvals),
        selectinload(Placement.follow_ups),
    )
