"""Who receives each kind of mail, and the values that it then carries: written by hand from what the services do."""

import uuid
from dataclasses import dataclass, field

from certification.cases.mails import CaseMail
from certification.certificates.mails import CertificateMail
from certification.decisions.mails import DecisionMail
from certification.network.mails import NetworkMail
from matching.openings.mails import OpeningMail
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from register.joining.mails import JoiningMail
from register.roles.types import Role
from register.sign_in.mails import SignInMail

ORGNR = "310000000"
EMPLOYER = {"orgnr": ORGNR, "organisation": "Granlia Kafé AS"}
PLACEMENT, CANDIDATE, PROPOSAL, OPENING, GATHERING, ASSESSMENT = (str(uuid.UUID(int=number)) for number in range(1, 7))


@dataclass(frozen=True)
class Receiver:
    """One who receives a mail. Without a role it is somebody whom only the link lets in: nobody is signed in yet."""

    role: Role | None
    params: dict[str, str | bool] = field(default_factory=dict)


def _employers(*roles: Role, **more: str) -> tuple[Receiver, ...]:
    return tuple(Receiver(role, {**EMPLOYER, **more}) for role in roles)


NEWCOMER = Receiver(None)
COUNSELLORS_PLACEMENT = Receiver(Role.COUNSELLOR, {"party": "counsellor", "placement_id": PLACEMENT})
CANDIDATES_PLACEMENT = Receiver(Role.CANDIDATE, {"party": "candidate", "placement_id": PLACEMENT})
EMPLOYERS_PLACEMENT = Receiver(Role.LEADER, {"party": "employer", "orgnr": ORGNR, "placement_id": PLACEMENT})
ALL_THREE = (EMPLOYERS_PLACEMENT, CANDIDATES_PLACEMENT, COUNSELLORS_PLACEMENT)
EMPLOYER_AND_COUNSELLOR = (EMPLOYERS_PLACEMENT, COUNSELLORS_PLACEMENT)
THOSE_COMING = tuple(
    Receiver(role, {"title": "Frokost", "orgnr": ORGNR, "gathering_id": GATHERING})
    for role in (Role.LEADER, Role.EMPLOYEE)
)

RECEIVERS: dict[str, tuple[Receiver, ...]] = {
    SignInMail.SIGN_IN: (Receiver(None, {"token": "hemmelig"}),),
    JoiningMail.COLLEAGUE_INVITED: (Receiver(None, {"organisation": EMPLOYER["organisation"]}),),
    JoiningMail.USER_INVITED: (NEWCOMER,),
    JoiningMail.REGISTRATION_VERIFIED: _employers(Role.LEADER, Role.EMPLOYEE),
    JoiningMail.REGISTRATION_REFUSED: _employers(Role.LEADER, Role.EMPLOYEE),
    JoiningMail.AUTHORITY_CONFIRMED: _employers(Role.LEADER),
    JoiningMail.AUTHORITY_REJECTED: _employers(Role.EMPLOYEE),
    CaseMail.ASSESSMENT_ASSIGNED: tuple(
        Receiver(
            Role.CERTIFIER, {"organisation": EMPLOYER["organisation"], "assessment_id": ASSESSMENT, "again": again}
        )
        for again in (False, True)
    ),
    CaseMail.ASSESSMENT_RETURNED: _employers(Role.LEADER, Role.EMPLOYEE),
    DecisionMail.ASSESSMENT_DECIDED: _employers(Role.LEADER, Role.EMPLOYEE),
    CertificateMail.CERTIFICATE_CHANGED: _employers(Role.LEADER),
    NetworkMail.GATHERING_CHANGED: THOSE_COMING,
    NetworkMail.GATHERING_CANCELLED: THOSE_COMING,
    ProposalMail.PROPOSAL_MADE: (NEWCOMER,),
    ProposalMail.CANDIDATE_SAID_YES: _employers(Role.LEADER),
    ProposalMail.CANDIDATE_ANSWERED: (Receiver(Role.COUNSELLOR, {"candidate_id": CANDIDATE}),),
    ProposalMail.EMPLOYER_ANSWERED: (
        COUNSELLORS_PLACEMENT,
        Receiver(Role.COUNSELLOR, {"party": "counsellor", "candidate_id": CANDIDATE, "proposal_id": PROPOSAL}),
    ),
    ProposalMail.EMPLOYER_SAID_YES: (CANDIDATES_PLACEMENT,),
    PlacementMail.AGREEMENT_TO_APPROVE: ALL_THREE,
    PlacementMail.AGREEMENT_CHANGED: ALL_THREE,
    PlacementMail.AGREEMENT_APPROVED: ALL_THREE,
    PlacementMail.PLACEMENT_CANCELLED: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.START_TO_CONFIRM: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.PLACEMENT_STARTED: ALL_THREE,
    PlacementMail.PLACEMENT_ENDED: EMPLOYER_AND_COUNSELLOR,
    PlacementMail.FOLLOW_UP_DUE: (COUNSELLORS_PLACEMENT,),
    OpeningMail.OPENING_EXPIRING: _employers(Role.LEADER, opening_id=OPENING, title="Medarbeider i kafé"),
}
