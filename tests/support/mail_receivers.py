"""Who receives each kind of mail, and the values that it then carries: written by hand from what the services do."""

import uuid
from dataclasses import dataclass, field

from register.mails import MailKind
from register.roles.types import Role

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

RECEIVERS: dict[MailKind, tuple[Receiver, ...]] = {
    MailKind.SIGN_IN: (Receiver(None, {"token": "hemmelig"}),),
    MailKind.COLLEAGUE_INVITED: (Receiver(None, {**EMPLOYER}),),
    MailKind.USER_INVITED: (NEWCOMER,),
    MailKind.REGISTRATION_VERIFIED: _employers(Role.LEADER, Role.EMPLOYEE),
    MailKind.REGISTRATION_REFUSED: _employers(Role.LEADER, Role.EMPLOYEE),
    MailKind.AUTHORITY_CONFIRMED: _employers(Role.LEADER),
    MailKind.AUTHORITY_REJECTED: _employers(Role.EMPLOYEE),
    MailKind.ASSESSMENT_ASSIGNED: tuple(
        Receiver(
            Role.CERTIFIER, {"organisation": EMPLOYER["organisation"], "assessment_id": ASSESSMENT, "again": again}
        )
        for again in (False, True)
    ),
    MailKind.ASSESSMENT_RETURNED: _employers(Role.LEADER, Role.EMPLOYEE, due_on="2026-12-01"),
    MailKind.ASSESSMENT_DECIDED: _employers(Role.LEADER, Role.EMPLOYEE),
    MailKind.CERTIFICATE_CHANGED: _employers(Role.LEADER),
    MailKind.GATHERING_CHANGED: THOSE_COMING,
    MailKind.GATHERING_CANCELLED: THOSE_COMING,
    MailKind.PROPOSAL_MADE: (NEWCOMER,),
    MailKind.CANDIDATE_SAID_YES: _employers(Role.LEADER),
    MailKind.CANDIDATE_ANSWERED: (Receiver(Role.COUNSELLOR, {"candidate_id": CANDIDATE}),),
    MailKind.EMPLOYER_ANSWERED: (
        COUNSELLORS_PLACEMENT,
        Receiver(Role.COUNSELLOR, {"party": "counsellor", "candidate_id": CANDIDATE, "proposal_id": PROPOSAL}),
    ),
    MailKind.EMPLOYER_SAID_YES: (CANDIDATES_PLACEMENT,),
    MailKind.AGREEMENT_TO_APPROVE: ALL_THREE,
    MailKind.AGREEMENT_CHANGED: ALL_THREE,
    MailKind.AGREEMENT_APPROVED: ALL_THREE,
    MailKind.PLACEMENT_CANCELLED: EMPLOYER_AND_COUNSELLOR,
    MailKind.START_TO_CONFIRM: EMPLOYER_AND_COUNSELLOR,
    MailKind.PLACEMENT_STARTED: ALL_THREE,
    MailKind.PLACEMENT_ENDED: EMPLOYER_AND_COUNSELLOR,
    MailKind.FOLLOW_UP_DUE: (COUNSELLORS_PLACEMENT,),
    MailKind.OPENING_EXPIRING: _employers(Role.LEADER, opening_id=OPENING, title="Medarbeider i kafé"),
}
