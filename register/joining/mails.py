"""What is mailed to those who join: invitations, and answers to a registration or a request."""

from enum import StrEnum


class JoiningMail(StrEnum):
    """What is mailed to those who join: invitations, and answers to a registration or a request."""

    COLLEAGUE_INVITED = "colleague_invited"
    REGISTRATION_VERIFIED = "registration_verified"
    REGISTRATION_WAITS = "registration_waits"
    REGISTRATION_REFUSED = "registration_refused"
    WORKPLACES_HANDED_OVER = "workplaces_handed_over"
    WORKPLACES_TAKEN_OVER = "workplaces_taken_over"
    AUTHORITY_CONFIRMED = "authority_confirmed"
    AUTHORITY_REJECTED = "authority_rejected"
    ACCESS_ASKED = "access_asked"
    ACCESS_GIVEN = "access_given"
    ACCESS_DECLINED = "access_declined"
