"""What is known of an organisation: its sector, and how far Enhetsregisteret has confirmed it."""

from enum import StrEnum


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


class Sector(StrEnum):
    """The part of working life the organisation belongs to."""

    PRIVATE = "private"
    PUBLIC = "public"
    NONPROFIT = "nonprofit"
