"""Who receives each kind of mail, written by hand from what the services do; what it carries, its text and page say."""

import uuid

from app.kernel.house import MailPage
from certification.cases.mails import CaseMail
from certification.certificates.mails import CertificateMail
from certification.decisions.mails import DecisionMail
from certification.network.mails import NetworkMail
from matching.candidates.mails import CandidateMail
from matching.disclosures.mails import DisclosureMail
from matching.doors.mails import DoorMail
from matching.openings.mails import OpeningMail
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from matching.records.types import ApprovalParty
from register.joining.mails import JoiningMail
from register.roles.mails import COUNTY, OFFICE, RoleMail
from register.roles.types import Role
from register.sign_in.mails import SignInMail
from tests.support.mails_put import words_of
from tests.support.world import NOON

NEWCOMERS = (None,)
"""Somebody whom only the link lets in: nobody is signed in yet."""
SOMEBODY = (Role.EMPLOYEE,)
"""Somebody who is signed in by now, whatever they hold; the page asks nobody for a role."""
COLLEAGUES = (Role.LEADER, Role.EMPLOYEE)
ALL_THREE = (Role.LEADER, Role.CANDIDATE, Role.COUNSELLOR)
EMPLOYER_AND_COUNSELLOR = (Role.LEADER, Role.COUNSELLOR)

RECEIVERS: dict[str, tuple[Role | None, ...]] = {
    SignInMail.SIGN_IN: NEWCOMERS,
    SignInMail.NEW_BROWSER: SOMEBODY,
    JoiningMail.COLLEAGUE_INVITED: SOMEBODY,
    JoiningMail.REGISTRATION_VERIFIED: COLLEAGUES,
    JoiningMail.REGISTRATION_WAITS: COLLEAGUES,
    JoiningMail.REGISTRATION_REFUSED: COLLEAGUES,
    JoiningMail.WORKPLACES_HANDED_OVER: (Role.LEADER,),
    JoiningMail.WORKPLACES_TAKEN_OVER: (Role.LEADER,),
    JoiningMail.AUTHORITY_CONFIRMED: (Role.LEADER,),
    JoiningMail.AUTHORITY_REJECTED: (Role.EMPLOYEE,),
    JoiningMail.ACCESS_ASKED: (Role.LEADER, Role.ADMINISTRATOR),
    JoiningMail.ACCESS_GIVEN: (Role.EMPLOYEE,),
    JoiningMail.ACCESS_DECLINED: SOMEBODY,
    RoleMail.ROLE_TO_CONFIRM: (Role.ADMINISTRATOR,),
    RoleMail.ROLE_OFFERED: SOMEBODY,
    RoleMail.REOPENING_OFFERED: NEWCOMERS,
    RoleMail.ROLE_ANSWERED: (Role.ADMINISTRATOR, Role.OFFICE_LEADER),
    RoleMail.OFFICE_HAS_LEADER: (Role.COUNSELLOR,),
    RoleMail.ROLE_CHANGED: COLLEAGUES,
    RoleMail.ROLE_TAKEN: SOMEBODY,
    RoleMail.USER_CLOSED: NEWCOMERS,
    RoleMail.ADMINISTRATOR_GONE: (Role.ADMINISTRATOR,),
    CaseMail.ASSESSMENT_ASSIGNED: (Role.CERTIFIER,),
    CaseMail.ASSESSMENT_RETURNED: COLLEAGUES,
    DecisionMail.ASSESSMENT_DECIDED: COLLEAGUES,
    CertificateMail.CERTIFICATE_CHANGED: (Role.LEADER,),
    NetworkMail.GATHERING_CHANGED: COLLEAGUES,
    NetworkMail.GATHERING_CANCELLED: COLLEAGUES,
    DoorMail.OWN_LINK: NEWCOMERS,
    DoorMail.CONFIRM_EMAIL: NEWCOMERS,
    DoorMail.EMAIL_REPLACED: NEWCOMERS,
    DoorMail.CONTACT_CHANGED: NEWCOMERS,
    DoorMail.PIN_RESET_ASKED: NEWCOMERS,
    DoorMail.PIN_CHANGED: NEWCOMERS,
    DoorMail.ANSWERED_FOR: NEWCOMERS,
    ProposalMail.PROPOSAL_MADE: NEWCOMERS,
    ProposalMail.CANDIDATE_SAID_YES: (Role.LEADER,),
    ProposalMail.CANDIDATE_ANSWERED: (Role.COUNSELLOR,),
    ProposalMail.PROPOSAL_LAPSED: (Role.COUNSELLOR,),
    ProposalMail.EMPLOYER_ANSWERED: (Role.COUNSELLOR,),
    ProposalMail.EMPLOYER_SAID_YES: (Role.CANDIDATE,),
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.START_TO_CONFIRM: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.START_UNDONE: ALL_THREE,
    PlacementMail.PLACEMENT_ENDED: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.FOLLOW_UP_DUE: (Role.COUNSELLOR,),
    OpeningMail.OPENING_EXPIRING: (Role.LEADER,),
    CandidateMail.DELETION_ASKED: (Role.CANDIDATE,),
    CandidateMail.CANDIDATE_LEAVES: (Role.COUNSELLOR,),
    CandidateMail.FORGOTTEN_SOON: (Role.CANDIDATE,),
    CandidateMail.CANDIDATE_FORGOTTEN_SOON: (Role.COUNSELLOR,),
    CandidateMail.REQUEST_MADE: (Role.COUNSELLOR,),
    CandidateMail.REQUEST_DUE: (Role.COUNSELLOR,),
    CandidateMail.REQUEST_ANSWERED: (Role.CANDIDATE,),
    DisclosureMail.MANY_CANDIDATES_READ: (Role.PROGRAMME_LEAD,),
}

PARTIES: dict[str, Role] = {
    COUNTY: Role.ADMINISTRATOR,
    OFFICE: Role.OFFICE_LEADER,
    ApprovalParty.EMPLOYER: Role.LEADER,
    ApprovalParty.CANDIDATE: Role.CANDIDATE,
    ApprovalParty.COUNSELLOR: Role.COUNSELLOR,
}


def receivers_of(kind: str, page: MailPage) -> list[Role | None]:
    """The roles of those whom this kind of mail leads to this page."""
    return [role for role in RECEIVERS[kind] if page.party is None or role is PARTIES[page.party]]


def params_for(kind: str, page: MailPage) -> dict[str, str]:
    """The values of a mail that leads to this page: all that its text and its address name, made up."""
    made_up = {name: _made_up(name) for name in words_of(kind) | page.values}
    return made_up if page.party is None else {**made_up, "party": page.party}


def _made_up(name: str) -> str:
    if name == "orgnr":
        return "310000000"
    if name.endswith("_at"):
        return NOON.isoformat()
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name)) if name.endswith("_id") else name
