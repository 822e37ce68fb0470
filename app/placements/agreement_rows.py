"""What each field of the agreement is called and how it is written, on every page that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from flask_babel import LazyString, format_decimal
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from app.words.filters import label, scheme_names, written_date
from app.words.written import written
from matching.placements.content import NAMES, AgreementContent, content_of
from matching.records.tables.placement import Placement


@dataclass(frozen=True)
class Part:
    """One field in words. `empty` stands where the agreement says nothing; None leaves the whole row out.

    `long` is free text that fills paragraphs, and stands below the rows under a heading of its own.
    """

    term: LazyString
    written: Callable[[Any], str]
    empty: LazyString | str | None = ""
    long: bool = False


PARTS: dict[str, Part] = {
    "contract_type": Part(_l("Kontrakt"), label),
    "contract_reference": Part(_l("Referanse"), str),
    "contract_date": Part(_l("Dato på kontrakten"), written_date),
    "starts_on": Part(_l("Første dag"), written_date),
    "ends_on": Part(_l("Siste dag"), written_date, empty=_l("Ikke avtalt")),
    "hours_per_week": Part(_l("Timer i uken"), format_decimal),
    "schemes": Part(_l("Virkemidler fra Nav"), scheme_names, empty=_l("Ingen")),
    "mentor_name": Part(_l("Fadder eller mentor"), str),
    "plan": Part(_l("Det vi har blitt enige om"), str, empty=None, long=True),
    "schemes_end_on": Part(_l("Siste dag med støtte fra Nav"), written_date, empty=None),
    "risk_assessed_on": Part(_l("Risikoen er vurdert"), written_date, empty=None),
    "guardian_consent_on": Part(_l("Foresatte har samtykket"), written_date, empty=None),
}
"""By the names of AgreementContent, which also decides the order."""

Row = tuple[str, str]


class AgreementRows(NamedTuple):
    """The agreement on a page: terms and values, and below them the long texts with their headings."""

    short: list[Row]
    long: list[Row]


def agreement_rows(placement: Placement) -> AgreementRows:
    """Everything that the agreement says, with the kind of place before it."""
    content = content_of(placement.agreement)
    shown = [name for name in NAMES if getattr(content, name) or PARTS[name].empty is not None]
    return AgreementRows(
        short=[
            (_("Type plass"), label(placement.kind)),
            *(_row(name, content) for name in shown if not PARTS[name].long),
        ],
        long=[
            (heading, written(text, placement.agreement))
            for heading, text in (_row(name, content) for name in shown if PARTS[name].long)
        ],
    )


def _row(name: str, content: AgreementContent) -> Row:
    """One field: what it is called and what it says; an empty text where it says nothing."""
    part, value = PARTS[name], getattr(content, name)
    return str(part.term), part.written(value) if value else str(part.empty or "")


def term(name: str) -> LazyString:
    """What the field is called, for a form that does not ask in a sentence of its own."""
    return PARTS[name].term
