"""The page that each mail leads to: the domain names a kind, a party and ids, and here they become an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.kernel.addresses import full_address
from app.kernel.context import settings
from certification.cases.mails import CaseMail
from certification.certificates.mails import CertificateMail
from certification.decisions.mails import DecisionMail
from certification.network.mails import NetworkMail
from matching.openings.mails import OpeningMail
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from matching.records.types import ApprovalParty
from register.joining.mails import JoiningMail
from register.sign_in.mails import SignInMail


@dataclass(frozen=True)
class Page:
    """A page, the values of a mail that stand in its address, and whose mail it is where the parties have their own."""

    endpoint: str
    values: frozenset[str] = frozenset()
    party: ApprovalParty | None = None

    def fits(self, params: Mapping[str, Any]) -> bool:
        """Whether a mail with these values leads here."""
        return params.get("party") == self.party and self.values <= params.keys()


def _page(endpoint: str, *values: str, party: ApprovalParty | None = None) -> Page:
    return Page(endpoint, frozenset(values), party)


SIGN_IN = _page("auth.sign_in")
EMPLOYERS_FRONT = _page("employer.front", "orgnr")
EMPLOYERS_CASE = _page("employer.assessment", "orgnr")
GATHERING = _page("employer.network_gathering", "orgnr", "gathering_id")

EMPLOYERS_PLACEMENT = _page("employer.placement_show", "orgnr", "placement_id", party=ApprovalParty.EMPLOYER)
EMPLOYERS_PLACEMENTS = _page("employer.placements_list", "orgnr", party=ApprovalParty.EMPLOYER)
CANDIDATES_PLACEMENT = _page("candidate.placement_show", "placement_id", party=ApprovalParty.CANDIDATE)
COUNSELLORS_PLACEMENT = _page("counsellor.placement_show", "placement_id", party=ApprovalParty.COUNSELLOR)
COUNSELLORS_PROPOSAL = _page("counsellor.proposal_show", "candidate_id", "proposal_id", party=ApprovalParty.COUNSELLOR)
ALL_THREE = (EMPLOYERS_PLACEMENT, CANDIDATES_PLACEMENT, COUNSELLORS_PLACEMENT)
# The employer sees no more of a placement that is over than a line in the list.
OVER = (EMPLOYERS_PLACEMENTS, COUNSELLORS_PLACEMENT)

PAGES: dict[str, tuple[Page, ...]] = {
    SignInMail.SIGN_IN: (_page("auth.open_link", "token"),),
    JoiningMail.COLLEAGUE_INVITED: (SIGN_IN,),
    JoiningMail.USER_INVITED: (SIGN_IN,),
    JoiningMail.REGISTRATION_VERIFIED: (EMPLOYERS_FRONT,),
    JoiningMail.REGISTRATION_REFUSED: (EMPLOYERS_FRONT,),
    JoiningMail.AUTHORITY_CONFIRMED: (EMPLOYERS_FRONT,),
    JoiningMail.AUTHORITY_REJECTED: (EMPLOYERS_FRONT,),
    CaseMail.ASSESSMENT_ASSIGNED: (_page("certifier.assessment", "assessment_id"),),
    CaseMail.ASSESSMENT_RETURNED: (EMPLOYERS_CASE,),
    DecisionMail.ASSESSMENT_DECIDED: (EMPLOYERS_CASE,),
    CertificateMail.CERTIFICATE_CHANGED: (_page("employer.certificate", "orgnr"),),
    NetworkMail.GATHERING_CHANGED: (GATHERING,),
    NetworkMail.GATHERING_CANCELLED: (GATHERING,),
    ProposalMail.PROPOSAL_MADE: (_page("candidate.enter_code"),),
    ProposalMail.CANDIDATE_SAID_YES: (_page("employer.candidates", "orgnr"),),
    ProposalMail.CANDIDATE_ANSWERED: (_page("counsellor.candidate_show", "candidate_id"),),
    ProposalMail.EMPLOYER_ANSWERED: (COUNSELLORS_PLACEMENT, COUNSELLORS_PROPOSAL),  # a yes has begun a placement
    ProposalMail.EMPLOYER_SAID_YES: (CANDIDATES_PLACEMENT,),
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: OVER,
    PlacementMail.START_TO_CONFIRM: (EMPLOYERS_PLACEMENT, COUNSELLORS_PLACEMENT),
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.PLACEMENT_ENDED: OVER,
    PlacementMail.FOLLOW_UP_DUE: (COUNSELLORS_PLACEMENT,),
    OpeningMail.OPENING_EXPIRING: (_page("employer.opening_show", "orgnr", "opening_id"),),
}


def link_of(kind: str, params: Mapping[str, Any]) -> str:
    """The address that a mail with these values leads to.

    A row that was put in the outbox before the web chose the page holds a `path`, or `candidate` for what is
    `candidate_id` now; it may still wait, and is sent like the others. Raises LookupError for values that lead nowhere.
    """
    if "path" in params:
        return settings().address + str(params["path"])
    if "candidate" in params:
        params = {**params, "candidate_id": params["candidate"]}
    for page in PAGES[kind]:
        if page.fits(params):
            return full_address(page.endpoint, **{name: params[name] for name in page.values})
    raise LookupError(f"no page for {kind} with {sorted(params)}")
