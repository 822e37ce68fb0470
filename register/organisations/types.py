"""What is known of an organisation: its sector, and how far Enhetsregisteret has confirmed it."""

from enum import StrEnum

FEWEST_TOLD = 5
"""Enhetsregisteret tells how many are employed from this number on (law-and-facts.md 0, point 10)."""


class Verification(StrEnum):
    """How far Enhetsregisteret has confirmed a registration."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    REFUSED = "refused"


class RefusalReason(StrEnum):
    """Why Enhetsregisteret's answer closes the door (certification.md 5, law-and-facts.md 4.4).

    `REMOVED` is taken out of public view (410), `DELETED` is told by a date of deletion. `SYNTHETIC` is refused before
    the register is asked: a number of the test population in a house for real employers.
    """

    BANKRUPT = "bankrupt"
    WINDING_UP = "winding_up"
    DELETED = "deleted"
    REMOVED = "removed"
    NOT_FOUND = "not_found"
    IS_WORKPLACE = "is_workplace"
    SYNTHETIC = "synthetic"


class Trouble(StrEnum):
    """Why Enhetsregisteret gave no answer to trust. All but `SILENT` are mistakes that somebody must mend."""

    SILENT = "silent"
    UNREADABLE = "unreadable"
    OTHER_NUMBER = "other_number"
    INCOMPLETE = "incomplete"


class Listed(StrEnum):
    """What lies right below a unit in Enhetsregisteret: parts of it (ledd), and workplaces (underenheter)."""

    BRANCHES = "branches"
    WORKPLACES = "workplaces"


class Sector(StrEnum):
    """The part of working life the organisation belongs to."""

    PRIVATE = "private"
    PUBLIC = "public"
    NONPROFIT = "nonprofit"
