"""Organisation numbers: nine digits, the last a control digit (mod 11, law-and-facts.md 4.4)."""

from stdnum.exceptions import ValidationError
from stdnum.no import orgnr

from register.organisations.errors import InvalidOrganisationNumber


def parse_organisation_number(typed: str) -> str:
    """Return the nine digits of what somebody typed, spaces and dots taken out.

    Raises InvalidOrganisationNumber when the length or the control digit is wrong.
    """
    try:
        return orgnr.validate(typed.replace(".", "").replace("\N{NO-BREAK SPACE}", " "))
    except ValidationError as wrong:
        raise InvalidOrganisationNumber from wrong


def number_searched_for(typed: str) -> str:
    """The number in what somebody typed in a search; an empty text when it is none."""
    try:
        return parse_organisation_number(typed)
    except InvalidOrganisationNumber:
        return ""


def format_organisation_number(number: str) -> str:
    """Nine digits in groups of three, as Norwegians read them."""
    return f"{number[:3]}\N{NO-BREAK SPACE}{number[3:6]}\N{NO-BREAK SPACE}{number[6:]}"
