"""What one employer may see of one candidate: opened by the candidate's yes, closed when it is taken back."""

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from ground import audit
from ground.act import Act
from ground.moves import move
from matching.records.queries.placements import SEEN_BY_EMPLOYER
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


def disclosed_to(session: Session, organisation_id: uuid.UUID) -> Sequence[Proposal]:
    """The proposals in which a candidate lets this employer know who they are now, newest yes first.

    The one way from an employer to a candidate: no living disclosure, no row, no count. An employer that
    Enhetsregisteret has refused since, receives no name.
    """
    return (
        session.scalars(
            select(Proposal)
            .join(Proposal.disclosures)
            .join(Proposal.opening)
            .join(Opening.organisation)
            .where(
                Opening.organisation_id == organisation_id,
                *SEEN_BY_EMPLOYER,
                Proposal.state.in_([state for state in ProposalState if state.discloses_name]),
            )
            .order_by(Disclosure.given_at.desc(), Proposal.id)
            .options(
                contains_eager(Proposal.opening).joinedload(Opening.workplace),
                joinedload(Proposal.candidate),
                joinedload(Proposal.counsellor),
                joinedload(Proposal.disclosures),
            )
        )
        .unique()
        .all()
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
