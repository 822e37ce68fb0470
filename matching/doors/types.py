"""What happens at a young person's doors, and why one is closed."""

from enum import StrEnum


class DoorEventKind(StrEnum):
    """What a young person is told of their doors: who made one, who came in, what was changed."""

    CODE_MADE = "code_made"
    CODE_USED = "code_used"
    PIN_CHOSEN = "pin_chosen"
    PIN_RESET_ASKED = "pin_reset_asked"
    PIN_RESET_STOPPED = "pin_reset_stopped"
    PIN_RESET = "pin_reset"
    DEVICE_KNOWN = "device_known"
    DEVICE_CLOSED = "device_closed"
    TOO_MANY_PINS = "too_many_pins"
    PHONE_CHANGED = "phone_changed"
    EMAIL_CHANGED = "email_changed"
    EMAIL_CONFIRMED = "email_confirmed"
    ANSWERED_FOR = "answered_for"
    APPROVED_FOR = "approved_for"


class PinFlaw(StrEnum):
    """Why these six digits cannot be somebody's PIN."""

    SHAPE = "shape"  # not six digits
    TRIVIAL = "trivial"  # the first ones that anybody tries
    BIRTH_DATE = "birth_date"
