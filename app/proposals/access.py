"""Who is related to a proposal: the candidate, their counsellor's office, the employer they said yes to."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.records.queries import candidates, placements
from matching.records.tables.candidate import Candidate
from matching.records.tables.proposal import Proposal


@relation("candidate", "proposal")
def candidates_proposal(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, Proposal]:
    """A proposal to a candidate of the counsellor's offices."""
    candidate = candidates.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
    return candidate, candidates.proposal_of(session, candidate.id, arguments["proposal_id"])


@relation("proposal")
def own_proposal(session: Session, principal: Principal, arguments: Arguments) -> Proposal:
    """A proposal to the one who is signed in."""
    return candidates.proposal_of_user(session, principal.id, arguments["proposal_id"])


@relation("proposal")
def own_whole_proposal(session: Session, principal: Principal, arguments: Arguments) -> Proposal:
    """The same, with all that its page says; also to one who has left, whom an old mail leads here."""
    return candidates.whole_proposal_of_user(session, principal.id, arguments["proposal_id"])


@relation("proposal")
def employers_proposal(session: Session, _principal: Principal, arguments: Arguments) -> Proposal:
    """A proposal whose candidate said yes to this employer."""
    return placements.disclosed_proposal(session, arguments["orgnr"], arguments["proposal_id"])


@relation("proposal")
def employers_proposal_to_answer(session: Session, _principal: Principal, arguments: Arguments) -> Proposal:
    """The same, or one that the employer has said no to already."""
    return placements.proposal_to_answer(session, arguments["orgnr"], arguments["proposal_id"])
