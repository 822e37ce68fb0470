"""Organisation numbers: nine digits, the last a control digit (mod 11, law-and-facts.md 4.4), as people write them."""

import re
import unicodedata

from stdnum.exceptions import ValidationError
from stdnum.no import orgnr

from register.organisations.errors import InvalidOrganisationNumber

BETWEEN = frozenset({"Cc", "Cf", "Pd", "Zl", "Zp", "Zs"})
"""Kinds of character that may stand between the digits: spaces, dashes, and what has no width. So may dots."""
WRITTEN = re.compile(
    r"(?:org(?:anisasjons?|anisation)?(?:nr|no|nummer|number)?:?)?"  # «Org.nr:», «Organisasjonsnummer»
    r"(?:(?:iso6523actoridupis::)?0192:)?"  # as electronic invoices write it
    r"(?:no)?(?P<digits>[0-9]+)(?:mva)?",  # as the VAT register writes it
    re.IGNORECASE,
)
FEWEST_DIGITS_MEANT = 7
"""With so many digits and nothing else, somebody meant a number."""


def parse_organisation_number(typed: str) -> str:
    """Return the nine digits of what somebody typed or pasted: `923 609 016`, `NO923609016MVA`, «Org.nr: 923.609.016».

    The one reader of all forms, searches and addresses. Raises InvalidOrganisationNumber when it is something else, or
    the length or the control digit is wrong.
    """
    try:
        return orgnr.validate(_digits(typed))
    except ValidationError as wrong:
        raise InvalidOrganisationNumber from wrong


def number_searched_for(typed: str) -> str:
    """The number in what somebody typed in a search; an empty text when it is none."""
    try:
        return parse_organisation_number(typed)
    except InvalidOrganisationNumber:
        return ""


def is_mistyped_number(typed: str) -> bool:
    """Whether what somebody searched for is meant as an organisation number and is none."""
    return len(_digits(typed)) >= FEWEST_DIGITS_MEANT and not number_searched_for(typed)


def format_organisation_number(number: str) -> str:
    """Nine digits in groups of three, as Norwegians read them."""
    return f"{number[:3]}\N{NO-BREAK SPACE}{number[3:6]}\N{NO-BREAK SPACE}{number[6:]}"


def _digits(typed: str) -> str:
    """The digits, without what may stand before, between and after them; empty where other things stand too."""
    plain = unicodedata.normalize("NFKC", typed)  # digits of full width are digits
    close = "".join(one for one in plain if one not in ".\N{MINUS SIGN}" and unicodedata.category(one) not in BETWEEN)
    found = WRITTEN.fullmatch(close)
    return found["digits"] if found else ""
