"""The register's own enums: roles, languages and the states of registration, authority and mail."""

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


class Locale(StrEnum):
    """The languages of the interface."""

    BOKMAAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"


class Verification(StrEnum):
    """How far Enhetsregisteret has confirmed a registration."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    REFUSED = "refused"


class RefusalReason(StrEnum):
    """Why Enhetsregisteret's answer closes the door (certification.md 5, law-and-facts.md 4.4)."""

    BANKRUPT = "bankrupt"
    WINDING_UP = "winding_up"
    DELETED = "deleted"
    NOT_FOUND = "not_found"
    IS_WORKPLACE = "is_workplace"


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


class MailKind(StrEnum):
    """Every mail that Plass sends; the text of each stands in app/templates/mail."""

    SIGN_IN = "sign_in"
    COLLEAGUE_INVITED = "colleague_invited"
    USER_INVITED = "user_invited"
    REGISTRATION_VERIFIED = "registration_verified"
    REGISTRATION_REFUSED = "registration_refused"
    AUTHORITY_CONFIRMED = "authority_confirmed"
    AUTHORITY_REJECTED = "authority_rejected"
    ASSESSMENT_ASSIGNED = "assessment_assigned"
    ASSESSMENT_RETURNED = "assessment_returned"
    ASSESSMENT_DECIDED = "assessment_decided"
    CERTIFICATE_CHANGED = "certificate_changed"
    GATHERING_CHANGED = "gathering_changed"
    GATHERING_CANCELLED = "gathering_cancelled"
    PROPOSAL_MADE = "proposal_made"
    CANDIDATE_SAID_YES = "candidate_said_yes"
    CANDIDATE_ANSWERED = "candidate_answered"
    EMPLOYER_ANSWERED = "employer_answered"
    EMPLOYER_SAID_YES = "employer_said_yes"
    AGREEMENT_TO_APPROVE = "agreement_to_approve"
    AGREEMENT_CHANGED = "agreement_changed"
    AGREEMENT_APPROVED = "agreement_approved"
    PLACEMENT_CANCELLED = "placement_cancelled"
    START_TO_CONFIRM = "start_to_confirm"
    PLACEMENT_STARTED = "placement_started"
    PLACEMENT_ENDED = "placement_ended"
    FOLLOW_UP_DUE = "follow_up_due"
    OPENING_EXPIRING = "opening_expiring"
