"""The answers of Enhetsregisteret, as wide as they may be: only the number is needed, the rest may be unknown."""

import unicodedata
from typing import Annotated, Any

import structlog
from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)

from ground.base import ShortText
from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import parse_organisation_number

log = structlog.get_logger()
LONGEST = ShortText.length or 0
MOST_EMPLOYEES = 10_000_000


def _plain(value: object) -> str | None:
    """Text on one line, without what cannot be printed; what is blank is unknown, what is no text is an error."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("not a text")
    printable = "".join(letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", value))
    return " ".join(printable.split()) or None


def fitted(text: str | None) -> str | None:
    """A text that fits its column: what is longer is cut and says so with «…»."""
    return text if text is None or len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _number(value: object) -> str:
    """An organisation number that may have been written as a number."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("not a number")
    try:
        return parse_organisation_number(str(value)[:40])
    except InvalidOrganisationNumber as wrong:
        raise ValueError("no organisation number") from wrong


def _lines(value: object) -> object:
    """The lines of an address: one alone may stand without its list, empty ones are left out."""
    if isinstance(value, list):
        return [line for line in value if line is not None]
    return [value] if isinstance(value, str) else value


Text = Annotated[str | None, BeforeValidator(lambda value: fitted(_plain(value)))]
Code = Annotated[str | None, Field(max_length=10), BeforeValidator(_plain)]
"""A code that is longer than any is unknown: a part of it would be another code."""
MunicipalityNumber = Annotated[str | None, Field(pattern=r"^[0-9]{4}$"), BeforeValidator(_plain)]
Given = Annotated[bool, BeforeValidator(bool)]
"""A date of which only that it is there matters: one that cannot be read is there too."""
Number = Annotated[str, BeforeValidator(_number)]


class Shape(BaseModel):
    """A part of an answer. A field of another type than it should be becomes unknown, and the log says which one."""

    @field_validator("*", mode="wrap")
    @classmethod
    def _unknown_unless_readable(
        cls, value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:  # whatever a register may send
        name = info.field_name or ""
        try:
            return read(value)
        except (ValidationError, ValueError):
            if cls.model_fields[name].is_required():
                raise
            log.warning("business_register_field_unreadable", shape=cls.__name__, field=name)
            return cls.model_fields[name].get_default(call_default_factory=True)


class CodeShape(Shape):
    """A code with its name: `organisasjonsform`, `naeringskode1`, `institusjonellSektorkode`."""

    kode: Code = None
    beskrivelse: Text = None


class AddressShape(Shape):
    """`forretningsadresse`, `postadresse`, `beliggenhetsadresse`."""

    adresse: Annotated[list[Text], BeforeValidator(_lines)] | None = None
    postnummer: Code = None
    poststed: Text = None
    kommunenummer: MunicipalityNumber = None
    land: Text = None
    landkode: Code = None


class UnitShape(Shape):
    """What `/enheter/{number}` and `/underenheter/{number}` answer."""

    organisasjonsnummer: Number
    navn: Text = None
    organisasjonsform: CodeShape | None = None
    naeringskode1: CodeShape | None = None
    institusjonellSektorkode: CodeShape | None = None  # noqa: N815  # the register's own name
    antallAnsatte: Annotated[int, Field(ge=0, le=MOST_EMPLOYEES)] | None = None  # noqa: N815  # the register's own name
    forretningsadresse: AddressShape | None = None
    postadresse: AddressShape | None = None
    beliggenhetsadresse: AddressShape | None = None
    overordnetEnhet: Number | None = None  # noqa: N815  # the register's own name
    slettedato: Given = False
    nedleggelsesdato: Given = False
    konkurs: bool | None = None
    underAvvikling: bool | None = None  # noqa: N815  # the register's own name
    underTvangsavviklingEllerTvangsopplosning: bool | None = None  # noqa: N815  # the register's own name


class PagingShape(Shape):
    """Which page of how many."""

    totalPages: Annotated[int, Field(ge=0)] | None = None  # noqa: N815  # the register's own name


class ListShape(Shape):
    """A page of a list. The units in it are read one by one, so that a bad one harms no other."""

    page: PagingShape | None = None
