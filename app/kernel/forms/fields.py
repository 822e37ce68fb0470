"""Kinds of field that WTForms lacks: hours, dates and times that may be empty, check boxes."""

from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms import DateField, FloatField, IntegerField, RadioField, SelectMultipleField, TimeField
from wtforms.fields.choices import Choice  # type: ignore[attr-defined]  # its stubs are older
from wtforms.widgets import CheckboxInput, ListWidget, NumberInput


class Checkboxes(SelectMultipleField):
    """Several choices as check boxes.

    What is kept and not on the list, a word of a newer or an older version, is offered as it stands: saving the page
    must not lose it.
    """

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def iter_choices(self) -> Any:  # the older stubs say tuples
        """The list, and last what is kept beside it."""
        offered: list[Any] = [*super().iter_choices()]
        kept = {str(word) for word in self.object_data or ()}.difference(one.value for one in offered)
        return [*offered, *(Choice(word, word, word in (self.data or ()), {}) for word in sorted(kept))]


class OneOf(RadioField):
    """One choice of several. Nothing chosen is for `Required` to say, in its own words."""

    def pre_validate(self, form: Any) -> None:
        """Anything chosen must be on the list."""
        if self.data:
            super().pre_validate(form)


class HoursField(FloatField):
    """Hours a week in halves, written with comma or full stop."""

    widget = NumberInput(step="0.5", min="0.5")

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the Norwegian comma too; nothing typed is no hours."""
        typed = (valuelist[0] if valuelist else "").strip().replace(",", ".")
        if not typed:
            self.data = None
            return
        try:
            self.data = round(float(typed) * 2) / 2
        except (ValueError, OverflowError) as wrong:
            self.data = None
            raise ValueError(str(_l("Skriv timene som et tall, for eksempel 20 eller 37,5."))) from wrong

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:g}"


class MayBeEmpty:
    """For fields whose widget sends an empty text when nothing is typed: nothing is an answer, nonsense is not."""

    wrong: LazyString
    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is nothing; anything else must be what the field is for."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)  # type: ignore[misc]  # the field that this stands before has it
        except ValueError as wrong:
            raise ValueError(str(self.wrong)) from wrong


class OptionalDate(MayBeEmpty, DateField):
    """A date that may be left empty."""

    wrong = _l("Skriv datoen slik: dd.mm.åååå.")


class OptionalTime(MayBeEmpty, TimeField):
    """A time of day that may be left empty."""

    wrong = _l("Skriv klokkeslettet slik: 08:30.")


class WholeNumber(MayBeEmpty, IntegerField):
    """A whole number; nothing typed is none."""

    wrong = _l("Skriv et helt tall.")
