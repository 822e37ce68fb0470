"""Which six digits can be a PIN: not the ones that anybody tries first, and not the birth date."""

from datetime import date

from matching.doors.types import PinFlaw

PIN_DIGITS = 6
UP = "01234567890123456789"
BIRTH_DATE_SHAPES = ("%d%m%y", "%y%m%d", "%m%d%y", "%d%m%Y", "%Y%m%d", "%m%d%Y", "%m%Y", "%Y%m", "%d%Y", "%Y%d")
KNOWN_TRIVIAL = frozenset(
    {
        "112233",
        "332211",
        "123321",
        "321123",
        "159753",
        "147258",
        "258369",
        "147852",
        "102030",
        "789456",
        "456123",
        "159357",
        "741852",
        "111222",
    }
)
"""Beside those with an order: what lists of PINs that were given away have at the top, mostly ways over the keys."""


def flaw_of(pin: str, *, birth_date: date) -> PinFlaw | None:
    """Why these digits cannot be the PIN of somebody born on a date; None when they can."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return PinFlaw.SHAPE
    if _has_an_order(pin) or pin in KNOWN_TRIVIAL:
        return PinFlaw.TRIVIAL
    plain = f"{birth_date.day}{birth_date.month}{birth_date.year}"  # as it is said, without noughts
    if pin in plain or any(pin in birth_date.strftime(shape) for shape in BIRTH_DATE_SHAPES):
        return PinFlaw.BIRTH_DATE
    return None


def _has_an_order(pin: str) -> bool:
    """One digit, pair or triple again and again, or digits that follow each other up or down."""
    again = any(pin == pin[:length] * (PIN_DIGITS // length) for length in (1, 2, 3))
    return again or pin in UP or pin in UP[::-1]
