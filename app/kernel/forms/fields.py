"""The fields of Plass: text, dates, times, hours, whole numbers and web addresses as people write them; check boxes.

They have the names of WTForms' own and are used instead of them. What is typed in them is a plain line of text, also a
date: a browser's own picker takes one way of writing, tells nothing of what it refuses, and is hard on old phones and
with a screen reader. So the form is shown in the hint, what was typed stands after a mistake, and `readers` take
every way that can mean one thing only. Where only digits are typed, the phone is asked for the keys of numbers
(`inputmode`); dates and times are not among them, as those keys have neither full stop nor colon on every phone.
"""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, ClassVar

import wtforms
from flask_babel import LazyString, format_decimal
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import Choice  # type: ignore[attr-defined]  # its stubs are older
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from app.kernel.forms.messages import OfAnyField
from app.kernel.forms.readers import (
    Unreadable,
    read_date,
    read_hours,
    read_time,
    read_web_address,
    read_whole_number,
    tidy,
)

LONGEST_SEARCH = 100
LONGEST_TYPED = 2000
"""What is read out of a line is never longer; no pattern looks at more."""


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


class _Text:
    """For fields that keep what is typed, as it is kept everywhere: tidy and composed."""

    data: Any
    raw_data: list[Any] | None
    process_errors: Sequence[str]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """What is not posted leaves what stands; a file posted in place of text is no text."""
        if valuelist:
            self.data = tidy(valuelist[0]) if isinstance(valuelist[0], str) else ""

    def _value(self) -> str:
        """What stands in the field: of a text that was too long to look at, all that was typed."""
        typed = (self.raw_data or [None])[0]
        return typed if self.process_errors and isinstance(typed, str) else str(self.data or "")


class StringField(_Text, wtforms.StringField):
    """A line of text."""


class TextAreaField(_Text, wtforms.TextAreaField):
    """Some lines of text."""


class SearchField(_Text, wtforms.SearchField):
    """What is searched for."""

    @property
    def words(self) -> str:
        """What is searched for, no longer than anybody would type."""
        return (self.data or "")[:LONGEST_SEARCH].strip()


class TelField(_Text, wtforms.TelField):
    """A telephone number, kept as it is written."""


class EmailField(_Text, wtforms.EmailField):
    """A mail address; the validator `Email` says whether it is one."""


class _Read:
    """For fields that read a value out of what is typed. Nothing typed is none, and is for `Required` to say.

    What was typed stands in the field until it is saved.
    """

    shape: ClassVar[LazyString | str] = ""
    """A form that is taken, shown under the label."""
    fitting_width: ClassVar[str | None] = None
    inputmode: ClassVar[str | None] = None
    data: Any
    raw_data: list[Any] | None

    @staticmethod
    def read(typed: str) -> Any:
        """The value of what was typed. Raises Unreadable."""
        raise NotImplementedError

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read it. What is not posted leaves what stands; a file posted in place of text is nothing typed."""
        if not valuelist:
            return
        typed = tidy(valuelist[0][:LONGEST_TYPED]) if isinstance(valuelist[0], str) else ""
        self.data = None
        if typed:
            try:
                self.data = self.read(typed)
            except Unreadable as wrong:
                raise ValueError(OfAnyField(wrong.message)) from wrong

    def written(self) -> str:
        """The value as it stands in the field; the reader reads it back."""
        return str(self.data)

    def _value(self) -> str:
        if self.raw_data and isinstance(self.raw_data[0], str):
            return self.raw_data[0]
        return "" if self.data is None else self.written()

    def __call__(self, **attributes: Any) -> Any:
        """The input."""
        if self.inputmode:
            attributes = {"inputmode": self.inputmode, **attributes}
        return super().__call__(**attributes)  # type: ignore[misc]  # the field that this stands before has it


class DateField(_Read, wtforms.DateField):
    """A date."""

    widget = TextInput()
    read = staticmethod(read_date)
    shape = _l("For eksempel 24.12.2026.")
    fitting_width = "sm"
    data: date | None

    def written(self) -> str:
        """As Norwegians write it in digits."""
        return f"{self.data:%d.%m.%Y}"


class TimeField(_Read, wtforms.TimeField):
    """A time of day."""

    widget = TextInput()
    read = staticmethod(read_time)
    shape = _l("For eksempel 09:00.")
    fitting_width = "xs"
    data: time | None

    def written(self) -> str:
        """As it stands on the pages."""
        return f"{self.data:%H:%M}"


class HoursField(_Read, wtforms.FloatField):
    """Hours, in decimals: «33,6». They are kept as they are written."""

    widget = TextInput()
    read = staticmethod(read_hours)
    fitting_width = "xs"
    inputmode = "decimal"

    def written(self) -> str:
        """With the decimal mark of the language."""
        return str(format_decimal(self.data))


class IntegerField(_Read, wtforms.IntegerField):
    """A whole number."""

    widget = TextInput()
    read = staticmethod(read_whole_number)
    fitting_width = "xs"
    inputmode = "numeric"


class URLField(_Read, wtforms.URLField):
    """A web address, with or without https:// before it; nothing typed is an empty text, as in all texts."""

    read = staticmethod(read_web_address)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read it."""
        super().process_formdata(valuelist)
        if valuelist and self.data is None:
            self.data = ""
