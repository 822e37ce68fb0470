"""What a field says, in words: what is chosen by its label, dates and numbers as they are written here."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from flask_babel import format_date, format_decimal, format_time, get_locale
from flask_babel import gettext as _
from wtforms import BooleanField, Field, FieldList, FormField
from wtforms.fields.choices import SelectFieldBase


def written(field: Field) -> str:
    """What is said in the field now; nothing where nothing is."""
    if isinstance(field, FieldList):
        return "; ".join(filter(None, map(written, field)))
    if isinstance(field, FormField):
        return ", ".join(f"{part.label.text} {written(part)}" for part in field if part.data)
    if isinstance(field, SelectFieldBase):
        choices: Iterator[Any] = field.iter_choices()  # the older stubs say tuples
        return ", ".join(str(one.label) for one in choices if one.selected and one.value)
    if isinstance(field, BooleanField):
        return str(_("Ja") if field.data else _("Nei"))
    return _written_value(field.data)


def written_instead(field: Field, value: Any) -> str:
    """What the field would say if it were shown with this value."""
    shown = object.__new__(type(field))  # a copy; calling the class would declare a field of a form
    vars(shown).update(vars(field))
    shown.process(None, value)
    return written(shown)


def _written_value(value: Any) -> str:
    match value:
        case date():
            english = str(get_locale()) == "en"
            return str(format_date(value, "d MMMM y" if english else "d. MMMM y"))
        case time():
            return str(format_time(value, "HH:mm"))
        case int() | float():
            return str(format_decimal(value))
    return str(value or "")
