"""What is mailed around roles that are proposed and given."""

from enum import StrEnum


class RoleMail(StrEnum):
    """What is mailed around roles that are proposed and given."""

    ROLE_TO_CONFIRM = "role_to_confirm"
    ROLE_OFFERED = "role_offered"
    REOPENING_OFFERED = "reopening_offered"
    ROLE_ANSWERED = "role_answered"
    OFFICE_HAS_LEADER = "office_has_leader"
    ROLE_CHANGED = "role_changed"
    ROLE_TAKEN = "role_taken"
    USER_CLOSED = "user_closed"
    ADMINISTRATOR_GONE = "administrator_gone"


COUNTY, OFFICE = "county", "office"
"""Whose proposal it was: the party of a mail that tells how it was answered."""
