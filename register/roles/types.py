"""The roles that a person can hold, who gives them, and the states of what is proposed or asked for."""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do. Employer roles hold in one organisation, those of a NAV office in one office."""

    LEADER = "leader"
    EMPLOYEE = "employee"
    CANDIDATE = "candidate"
    COUNSELLOR = "counsellor"
    OFFICE_LEADER = "office_leader"
    CERTIFIER = "certifier"
    PROGRAMME_LEAD = "programme_lead"
    ANALYST = "analyst"
    COUNCIL = "council"
    ADMINISTRATOR = "administrator"


ORGANISATION_ROLES = frozenset({Role.LEADER, Role.EMPLOYEE})
OFFICE_ROLES = frozenset({Role.COUNSELLOR, Role.OFFICE_LEADER})
"""What the leader of a NAV office gives there; the county gives an office that has no leader its first, and no more."""
COUNTY_ROLES = frozenset({Role.PROGRAMME_LEAD, Role.ANALYST, Role.COUNCIL, Role.ADMINISTRATOR})
STAFF_ROLES = OFFICE_ROLES | COUNTY_ROLES | {Role.CERTIFIER}
"""At NAV, in the county or as certifier: they read of many, and so sign in by link alone."""
DECIDING_ROLES = frozenset({Role.PROGRAMME_LEAD, Role.COUNCIL})
"""Those who propose and confirm decisions on certificates."""
COUNTY_GIVES = frozenset(Role) - {Role.CANDIDATE, Role.COUNSELLOR}
"""What administrators propose and confirm: a counsellor lets candidates in, the office's leader counsellors."""


class RoleProposalState(StrEnum):
    """The way of a role that is proposed to somebody."""

    PROPOSED = "proposed"  # waits for a second administrator
    OFFERED = "offered"  # waits for the one who is to have it
    ACCEPTED = "accepted"
    DECLINED = "declined"  # by the one who was to have it
    REFUSED = "refused"  # by the second administrator
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class AuthorityMethod(StrEnum):
    """How authority to bind the employer is confirmed."""

    OFFICER = "officer"
    POSTED_CODE = "posted_code"


MOST_CODE_ATTEMPTS = 5
"""So often a code from a letter is tried before it is dead."""


class AuthorityState(StrEnum):
    """The way of a request for authority."""

    OPEN = "open"
    CODE_SENT = "code_sent"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
