"""What waits around proposals: a yes to answer for the employer, a proposal to answer for the young."""

from collections.abc import Iterable

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting, key_of
from app.words.written import written
from matching.disclosures.sharing import waiting_for_answer
from matching.records.tables.proposal import Proposal
from register.organisations.models import Organisation


def for_employer(session: Session, organisation: Organisation) -> list[Waiting]:
    """Those who have said yes to a place and wait for the employer's answer."""
    return [
        Waiting(
            key=key_of(proposal.candidate),
            about=proposal.candidate.first_name,
            verb=_("Svar ja eller nei"),
            url=url_for("employer.candidates", orgnr=organisation.orgnr),
            where=written(proposal.opening.title, proposal.opening),
            since=proposal.answered_at or proposal.proposed_at,
            candidate=proposal.candidate,
        )
        for proposal in waiting_for_answer(session, organisation.id, most=MOST_OF_A_KIND)
    ]


def for_candidate(proposals: Iterable[Proposal]) -> list[Waiting]:
    """The places that the young person is asked about."""
    return [
        Waiting(
            key=f"proposal {proposal.id}",
            about=written(proposal.opening.title, proposal.opening),
            verb=_("Svar ja eller nei"),
            url=url_for("candidate.proposal_show", proposal_id=proposal.id),
            where=proposal.opening.organisation.name,
            since=proposal.proposed_at,
        )
        for proposal in proposals
    ]
