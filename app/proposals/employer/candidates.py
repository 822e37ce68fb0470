"""The candidates who said yes to one of the employer's places; before a yes nothing, not even a number."""

from dataclasses import dataclass

from flask import render_template

from app.disclosures.looks import look_at_as_leader
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.database import session
from app.kernel.paging import page_number, url_for_page
from app.words.filters import label
from matching.disclosures import sharing as disclosures
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.queries.placements import filled, of_proposals
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import ProposalState, SharedItem
from register.organisations.models import Organisation
from register.roles.types import Role


@dataclass(frozen=True)
class Person:
    """What one candidate lets this employer see, and nothing else."""

    proposal: Proposal
    first_name: str
    phone: str | None
    email: str | None
    adaptations: list[str]
    placement: Placement | None
    is_filled: bool
    """Every position of the place is taken: a no can be said, a yes not."""

    @property
    def to_answer(self) -> bool:
        """The candidate waits for the employer's answer."""
        return self.proposal.state is ProposalState.CANDIDATE_YES


@pages.get(
    "/<orgnr>/kandidater", access=in_organisation(Role.LEADER, purpose="meet candidates who said yes", logs_read=True)
)
def candidates(organisation: Organisation) -> str:
    """Those who said yes; each look is logged where it is made."""
    found = disclosures.disclosed_to(session(), organisation.id, page=page_number())
    look_at_as_leader(
        *(proposal.candidate for proposal in found.rows),
        organisation=organisation,
        purpose=ReadPurpose.ANSWER_YES,
        what=ReadWhat.DISCLOSED,
    )
    begun = of_proposals(session(), [proposal.id for proposal in found.rows])
    taken = filled(session(), [proposal.opening for proposal in found.rows])
    people = [
        _person(proposal, begun.get(proposal.id), is_filled=proposal.opening_id in taken) for proposal in found.rows
    ]
    return render_template(
        "proposals/employer/candidates.html",
        organisation=organisation,
        found=found,
        people=people,
        url_for_page=url_for_page(),
    )


def _person(proposal: Proposal, placement: Placement | None, *, is_filled: bool) -> Person:
    disclosure = proposal.living_disclosure
    assert disclosure is not None  # disclosed_to returns no others
    candidate = proposal.candidate
    return Person(
        proposal=proposal,
        first_name=candidate.first_name,
        phone=candidate.phone if SharedItem.PHONE in disclosure.shared else None,
        email=candidate.email if SharedItem.EMAIL in disclosure.shared else None,
        adaptations=[label(one) for one in disclosure.adaptations],
        placement=placement,
        is_filled=is_filled,
    )
