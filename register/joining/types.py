"""Where a request for access to an employer's pages can stand, and an invitation to them."""

from enum import StrEnum


class AccessState(StrEnum):
    """The way of a request for access."""

    ASKED = "asked"
    ENDORSED = "endorsed"  # by one administrator, where the employer has no leader: another must agree
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the one who asked, or since access came another way


class InvitationState(StrEnum):
    """The way of an invitation of a colleague."""

    OFFERED = "offered"  # waits for the one who is invited
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by a leader
    LAPSED = "lapsed"
