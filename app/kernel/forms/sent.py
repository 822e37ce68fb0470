"""What a form makes of what was sent to it, before its own rules look: nothing where nothing is, and no monsters."""

import re
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import (
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    FloatField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)

from app.kernel.forms.messages import OfAnyField
from app.kernel.forms.numbers import LARGEST_NUMBER

YEARS = range(1900, 2200)
"""The years in which a date that somebody types can lie."""
LONGEST_TEXT = 10_000
"""Longer than any text that a field takes; what is beyond it is cut off before a rule or a pattern looks at it."""
OUR_NAME = re.compile(r"[A-Za-z_](?:[A-Za-z_.-]|\d{1,9}(?!\d)){0,199}", re.ASCII)
"""What the name of a field can look like. WTForms makes numbers of what it holds for the rows of a list in a name."""


def with_our_names(sent: MultiDict[str, str]) -> MultiDict[str, Any]:
    """What was sent under names that a field of ours could have."""
    return MultiDict([(name, value) for name, value in sent.items(multi=True) if OUR_NAME.fullmatch(name)])


def leave_empty(field: Field) -> None:
    """A field that was not sent says what an empty one says, and not what was kept before or is its default."""
    if isinstance(field, SelectMultipleField):
        field.data = []
    elif isinstance(field, RadioField | IntegerField | FloatField | DecimalField | DateTimeField):
        field.data = None
    elif isinstance(field, StringField | SelectField):
        field.data = ""


def refuse_what_is_beyond(field: Field) -> None:
    """Tell at the field what is longer or larger than anything that we can reckon with, and go on without it."""
    if isinstance(field, StringField) and len(field.data or "") > LONGEST_TEXT:
        field.data = (field.data or "")[:LONGEST_TEXT]
        field.process_errors = [*field.process_errors, OfAnyField(_("Teksten er for lang."))]
    elif (message := _beyond_reckoning(field)) is not None:
        field.data = None
        field.process_errors = [*field.process_errors, message]


def _beyond_reckoning(field: Field) -> str | None:
    """Dates near the ends of the calendar break every sum with weeks; «NaN» and «Infinity» break every comparison.

    A whole number can have as many digits as there is room for, and neither a column nor a sum with halves takes it.
    """
    if isinstance(field, DateField) and field.data and field.data.year not in YEARS:
        return OfAnyField(_("Skriv et årstall fra %(first)s til %(last)s.", first=YEARS.start, last=YEARS.stop - 1))
    if isinstance(field, IntegerField | FloatField) and field.data is not None and abs(field.data) > LARGEST_NUMBER:
        return OfAnyField(_("Tallet er for stort."))
    if isinstance(field, DecimalField) and field.data is not None and not field.data.is_finite():
        return OfAnyField(_("Skriv et tall."))
    return None
