"""What is mailed to a young person about their doors."""

from enum import StrEnum


class DoorMail(StrEnum):
    """What is mailed to a young person about their doors."""

    OWN_LINK = "own_link"
    CONFIRM_EMAIL = "confirm_email"
    EMAIL_REPLACED = "email_replaced"
    CONTACT_CHANGED = "contact_changed"
    PIN_RESET_ASKED = "pin_reset_asked"
    PIN_CHANGED = "pin_changed"
    ANSWERED_FOR = "answered_for"
