"""What forms say of what is wrong: at the fields, and gathered above the form, each line in the words of its field."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, Field, FieldList, FormField
from wtforms.fields.choices import RadioField, SelectMultipleField


class OfAnyField(str):
    """A message that any field of its kind may give, so that alone it does not tell which: «Skriv et tall.»"""

    __slots__ = ()


@dataclass(frozen=True)
class Mistake:
    """A line above the form: what is wrong, and the id of what it leads to (none for what concerns the whole form)."""

    text: str
    leads_to: str = ""
    place: str = ""
    """What to call the field, where it has to be said."""
    row: int = 0
    """The row of a list, from one; 0 outside lists."""
    must_tell_where: bool = False


def mistakes_in(form: Any) -> list[Mistake]:
    """All that is wrong in a form, a line each, in the order of the page.

    A message that says of itself what it is about stands alone. Where it would not tell which field is meant, which is
    so of what any field may say, of rows, and of two that say the same, the field is named in a sentence of its own.
    Of what stands together as several `parts` (name, form) the name of the part is told instead of the field's.
    """
    found = [Mistake(str(message)) for message in getattr(form, "form_errors", ())]
    if parts := getattr(form, "parts", ()):
        for name, part in parts:
            found += [replace(one, place=name, must_tell_where=True) for field in part for one in _at(field)]
    else:
        found += [one for field in form for one in _at(field)]
    once = list(dict.fromkeys(found))
    said = Counter(one.text for one in once)
    return [_in_words(one) if one.must_tell_where or said[one.text] > 1 else one for one in once]


def _at(field: Field, row: int = 0) -> Iterator[Mistake]:
    if isinstance(field, FieldList):
        yield from _of_itself(field)
        for number, entry in enumerate(field, start=1):
            yield from (replace(one, place=_name(field)) for one in _at(entry, number))
    elif isinstance(field, FormField):
        yield from (one for part in field for one in _at(part, row))
    else:
        yield from _of_itself(field, row)


def _of_itself(field: Field, row: int = 0) -> Iterator[Mistake]:
    """What is said at this very field: the errors of a list hold those of its rows too, as lists and dictionaries."""
    is_group = isinstance(field, RadioField | SelectMultipleField)
    for message in _sentences(field.errors):
        yield Mistake(
            str(message),
            leads_to=f"{field.id}-0" if is_group else field.id,
            place="" if isinstance(field, BooleanField) else _name(field),
            row=row,
            must_tell_where=bool(row) or isinstance(message, OfAnyField),
        )


def _sentences(errors: Iterable[Any]) -> list[Any]:
    return [] if isinstance(errors, dict) else [one for one in errors if not isinstance(one, list | tuple | dict)]


def _name(field: Field) -> str:
    return str(field.label.text)


def _in_words(mistake: Mistake) -> Mistake:
    """The same, with a sentence that tells where it is."""
    if not mistake.place:
        return mistake
    if mistake.row:
        text = _(
            "%(message)s Det gjelder «%(field)s», rad %(row)s.",
            message=mistake.text, field=mistake.place, row=mistake.row,
        )  # fmt: skip
    else:
        text = _("%(message)s Det gjelder «%(field)s».", message=mistake.text, field=mistake.place)
    return replace(mistake, text=str(text))
