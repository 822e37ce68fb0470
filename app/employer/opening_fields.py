"""Kinds of field in the form for an opening: hours, dates and times that may be empty, check boxes."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, FloatField, IntegerField, RadioField, SelectMultipleField, TimeField
from wtforms.widgets import CheckboxInput, ListWidget, NumberInput


class Checkboxes(SelectMultipleField):
    """Several choices as check boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class OneOf(RadioField):
    """One choice of several. Nothing chosen is for `Required` to say, in its own words."""

    def pre_validate(self, form: Any) -> None:
        """Anything chosen must be on the list."""
        if self.data:
            super().pre_validate(form)


class HoursField(FloatField):
    """Hours a week in halves, written with comma or full stop."""

    widget = NumberInput(step="0.5", min="0.5", max="40")

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


class OptionalDate(DateField):
    """A date that may be left empty."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no date; anything else must be one."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as wrong:
            raise ValueError(str(_l("Skriv datoen slik: dd.mm.åååå."))) from wrong


class OptionalTime(TimeField):
    """A time of day that may be left empty."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no time; anything else must be one."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as wrong:
            raise ValueError(str(_l("Skriv klokkeslettet slik: 08:30."))) from wrong


class WholeNumber(IntegerField):
    """A whole number; nothing typed is none."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no number; anything else must be one."""
        typed = (valuelist[0] if valuelist else "").strip()
        try:
            self.data = int(typed) if typed else None
        except ValueError as wrong:
            self.data = None
            raise ValueError(str(_l("Skriv et helt tall."))) from wrong
