"""The roles that a person can hold, and the states of a request for authority."""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do. Employer roles hold in one organisation, the counsellor's in one NAV office."""

    LEADER = "leader"
    EMPLOYEE = "employee"
    CANDIDATE = "candidate"
    COUNSELLOR = "counsellor"
    CERTIFIER = "certifier"
    PROGRAMME_LEAD = "programme_lead"
    ANALYST = "analyst"
    COUNCIL = "council"
    ADMINISTRATOR = "administrator"


ORGANISATION_ROLES = frozenset({Role.LEADER, Role.EMPLOYEE})
OFFICE_ROLES = frozenset({Role.COUNSELLOR})
COUNTY_ROLES = frozenset({Role.PROGRAMME_LEAD, Role.ANALYST, Role.COUNCIL, Role.ADMINISTRATOR})
STAFF_ROLES = OFFICE_ROLES | COUNTY_ROLES | {Role.CERTIFIER}
"""At NAV, in the county or as certifier: they read of many, and so sign in by link alone."""


class AuthorityMethod(StrEnum):
    """How authority to bind the employer is confirmed."""

    OFFICER = "officer"
    POSTED_CODE = "posted_code"


class AuthorityState(StrEnum):
    """The way of a request for authority."""

    OPEN = "open"
    CODE_SENT = "code_sent"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
