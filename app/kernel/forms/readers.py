"""What people type, as values: dates, times of day, hours, whole numbers, web addresses. Pure: text in, value out.

Each reader takes every way of writing that can mean one thing only, and refuses the rest with a sentence that shows one
it takes. Nothing is rounded, completed or guessed.
"""

import re
import unicodedata
from datetime import date, time

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from ground.alphabet import WITHOUT_WIDTH, composed

WHITE = "".join(one for one in map(chr, range(0x3001)) if one.isspace())

DAY_FIRST = re.compile(r"([0-9]{1,2})(?:\. ?|[- ])([0-9]{1,2})(?:\. ?|[- ])([0-9]{4}|[0-9]{2})")
YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
DIGITS_ALONE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
CLOCK = re.compile(r"(?:kl\.? ?)?([0-9]{1,2})(?:[.:]?([0-9]{2})(?:[.:]00)?)?", re.IGNORECASE)
HOURS = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{1,2})?")
WHOLE = re.compile(r"-?(?:[0-9]{1,9}|[0-9]{1,3}(?: [0-9]{3}){1,2})")
WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?"
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)"  # a name with a dot; nobody's password before it
    r"(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s\\]*)?",
    re.IGNORECASE,
)

WRITE_DATE = _l("Skriv datoen slik: 24.12.2026.")
WRITE_YEAR = _l("Skriv årstallet med fire sifre, slik: 24.12.2026.")
NO_SUCH_DATE = _l("Denne datoen finnes ikke. Skriv dag, måned og år slik: 24.12.2026.")
WRITE_TIME = _l("Skriv klokkeslettet slik: 09:00.")
NO_SUCH_TIME = _l("Skriv et klokkeslett fra 00:00 til 23:59.")
WRITE_HOURS = _l("Skriv timene som et tall, for eksempel 20 eller 37,5.")
TOO_FINE = _l("Skriv timene med høyst to desimaler, for eksempel 33,6.")
WRITE_WHOLE = _l("Skriv et helt tall, for eksempel 12.")
WRITE_WEB_ADDRESS = _l("Skriv nettadressen slik: www.virksomhet.no eller https://www.virksomhet.no/jobb.")


class Unreadable(ValueError):
    """What was typed is none of what the field is for; `message` shows a form that is."""

    def __init__(self, message: LazyString) -> None:
        super().__init__(message)
        self.message = message


def tidy(typed: str) -> str:
    """A text as it is kept: its letters composed (NFC), nothing around it that is white or has no width.

    A line ends with one character. Browsers send two and count one when they hold a text to its length.
    """
    return composed(typed).replace("\r\n", "\n").strip(WHITE + WITHOUT_WIDTH)


def read_date(typed: str) -> date:
    """24.12.2026, 1.2.2026, 2026-12-24, 24-12-2026, 24 12 2026, 24122026. Raises Unreadable."""
    plain = _plain(typed)
    if found := YEAR_FIRST.fullmatch(plain):
        year, month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(plain) or DIGITS_ALONE.fullmatch(plain):
        day, month, year = found.groups()
    else:
        raise Unreadable(WRITE_DATE)
    if len(year) == len("26"):
        raise Unreadable(WRITE_YEAR)
    try:
        return date(int(year), int(month), int(day))
    except ValueError as wrong:
        raise Unreadable(NO_SUCH_DATE) from wrong


def read_time(typed: str) -> time:
    """9, 09, 9.30, 09:30, 0930, «kl. 9.30»; seconds only when they are none. Raises Unreadable."""
    found = CLOCK.fullmatch(_plain(typed))
    if found is None:
        raise Unreadable(WRITE_TIME)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError as wrong:
        raise Unreadable(NO_SUCH_TIME) from wrong


def read_hours(typed: str) -> float:
    """Hours with comma or full stop and at most two decimals, kept as they are: 33,6. Raises Unreadable."""
    plain = _plain(typed)
    if not HOURS.fullmatch(plain):
        raise Unreadable(TOO_FINE if re.fullmatch(r"-?[0-9]+[.,][0-9]+", plain) else WRITE_HOURS)
    return float(plain.replace(",", "."))


def read_whole_number(typed: str) -> int:
    """A whole number of at most nine digits, as every database keeps; thousands may stand apart. Raises Unreadable."""
    plain = _plain(typed)
    if not WHOLE.fullmatch(plain):
        raise Unreadable(WRITE_WHOLE)
    return int(plain.replace(" ", ""))


def read_web_address(typed: str) -> str:
    """A web address, with https:// put before what is written without. Raises Unreadable for other kinds of link."""
    found = WEB_ADDRESS.fullmatch(tidy(typed))
    if found is None:
        raise Unreadable(WRITE_WEB_ADDRESS)
    return found[0] if found["scheme"] else f"https://{found[0]}"


def _plain(typed: str) -> str:
    """Digits of any width as digits, white space as single spaces, all dashes as hyphens; what has no width is gone."""
    one_width = unicodedata.normalize("NFKC", typed)
    seen = "".join(one for one in one_width if unicodedata.category(one) != "Cf")
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", seen).split())
