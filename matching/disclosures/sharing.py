"""What one employer may see of one candidate: opened by the candidate's yes, closed when it is taken back."""

import uuid
from collections.abc import Collection

from sqlalchemy import Select, case, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from ground import audit
from ground.act import Act
from ground.moves import move
from ground.paging import Page, one_page
from matching.records.queries.placements import FREE_OR_PLACED, SEEN_BY_EMPLOYER
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.proposal import Disclosure, Proposal
from matching.records.types import ProposalState, SharedItem


def shareable(candidate: Candidate) -> list[SharedItem]:
    """What there is to share; the first name always is part of it."""
    has = {
        SharedItem.FIRST_NAME: True,
        SharedItem.PHONE: bool(candidate.phone),
        SharedItem.EMAIL: bool(candidate.email),
        SharedItem.ADAPTATIONS: bool(candidate.adaptations),
    }
    return [item for item in SharedItem if has[item]]


def give(act: Act, *, proposal: Proposal, shared: Collection[SharedItem], adaptations: Collection[str]) -> Disclosure:
    """The candidate lets the employer see this much, and nothing else."""
    items, needs = _to_be_seen(proposal.candidate, shared, adaptations)
    disclosure = Disclosure(proposal=proposal, given_at=act.now, shared=items, adaptations=needs)
    act.session.add(disclosure)
    act.session.flush()
    audit.record(act, action="disclosure.given", subject=disclosure, shared=disclosure.shared)
    return disclosure


def is_given(proposal: Proposal, *, shared: Collection[SharedItem], adaptations: Collection[str]) -> bool:
    """Whether the employer sees just this much already."""
    living = proposal.living_disclosure
    wanted = _to_be_seen(proposal.candidate, shared, adaptations)
    return living is not None and (sorted(living.shared), sorted(living.adaptations)) == wanted


def _to_be_seen(
    candidate: Candidate, shared: Collection[SharedItem], adaptations: Collection[str]
) -> tuple[list[str], list[str]]:
    """Of what the candidate ticked, what there is to share: items and adaptations, in order."""
    items = {SharedItem.FIRST_NAME, *shared} & set(shareable(candidate))
    needs = set(adaptations) & set(candidate.adaptations or []) if SharedItem.ADAPTATIONS in items else set()
    return sorted(items), sorted(needs)


def end(act: Act, *, proposal: Proposal) -> None:
    """From now on the employer sees nothing of this candidate for this place. Ending twice does nothing."""
    disclosure = proposal.living_disclosure
    if disclosure is not None:
        disclosure.withdrawn_at = act.now
        act.session.flush()
        audit.record(act, action="disclosure.ended", subject=disclosure)


def disclosed_to(session: Session, organisation_id: uuid.UUID, *, page: int = 1) -> Page[Proposal]:
    """One page of the proposals in which a candidate lets this employer know who they are now.

    Those who wait for the employer's answer come first, in each group the newest yes. The one way from an employer
    to a candidate: no living disclosure, no row, no count. An employer that Enhetsregisteret has refused since,
    receives no name; nor does any employer of one who has asked that it be not used, beyond what is agreed.
    """
    waits = case((Proposal.state == ProposalState.CANDIDATE_YES, 0), else_=1)
    query = (
        _disclosed(organisation_id)
        .order_by(waits, Disclosure.given_at.desc(), Proposal.id)
        .options(
            contains_eager(Proposal.opening).joinedload(Opening.workplace),
            joinedload(Proposal.candidate),
            joinedload(Proposal.counsellor),
            selectinload(Proposal.disclosures),
        )
    )
    return one_page(session, query, page=page)


def waiting_for_answer(session: Session, organisation_id: uuid.UUID, *, most: int) -> list[Proposal]:
    """Those among them who wait for the employer's answer, the longest first."""
    query = (
        _disclosed(organisation_id)
        .where(Proposal.state == ProposalState.CANDIDATE_YES)
        .order_by(Disclosure.given_at, Proposal.id)
        .options(contains_eager(Proposal.opening), joinedload(Proposal.candidate))
        .limit(most)
    )
    return list(session.scalars(query))


def disclosed_states(session: Session, organisation_id: uuid.UUID) -> set[ProposalState]:
    """The states in which such proposals stand; empty when no candidate lets the employer know who they are."""
    return set(session.scalars(_disclosed(organisation_id).with_only_columns(Proposal.state).distinct()))


def _disclosed(organisation_id: uuid.UUID) -> Select[Proposal]:
    return (
        select(Proposal)
        .join(Proposal.disclosures)
        .join(Proposal.opening)
        .join(Opening.organisation)
        .where(
            Opening.organisation_id == organisation_id,
            *SEEN_BY_EMPLOYER,
            FREE_OR_PLACED,
            Proposal.state.in_([state for state in ProposalState if state.discloses_name]),
        )
    )


def go_on(act: Act, proposal: Proposal, wanted: ProposalState, organisation_id: uuid.UUID | None = None) -> None:
    """Let the proposal go to a state; where that one does not let the employer know who it is, the sharing ends (R22).

    `organisation_id` is the employer under whom the move is written down, where it is the employer's own act.
    Raises MoveNotAllowed.
    """
    move(act, proposal, wanted, organisation_id=organisation_id)
    if not wanted.is_living:
        proposal.closed_at = act.now
    act.session.flush()
    if not wanted.discloses_name:
        end(act, proposal=proposal)
