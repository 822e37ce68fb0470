"""The base of all forms: CSRF, our own messages in three languages."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask import request
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import FieldList, FileField, IntegerField
from wtforms.widgets import HiddenInput

from app.kernel.forms.sent import leave_empty, refuse_what_is_beyond, with_our_names
from app.kernel.forms.written import written, written_instead

NOTHING = object()
"""What is kept of a field that is only asked for, such as the reason for a change."""


NOT_ON_THE_LIST, WHOLE_NUMBER, NUMBER = (
    _l("Velg noe fra listen."), _l("Skriv et helt tall, for eksempel 12."), _l("Skriv et tall."),
)  # fmt: skip
OWN_WORDS: dict[str, LazyString] = {
    "Not a valid choice.": NOT_ON_THE_LIST,
    "Invalid Choice: could not coerce.": NOT_ON_THE_LIST,
    "Invalid choice(s): one or more data inputs could not be coerced.": NOT_ON_THE_LIST,
    "'%(value)s' is not a valid choice for this field.": NOT_ON_THE_LIST,
    "'%(value)s' are not valid choices for this field.": NOT_ON_THE_LIST,
    "Not a valid integer value.": WHOLE_NUMBER,
    "Not a valid decimal value.": NUMBER,
    "Not a valid float value.": NUMBER,
    "Not a valid date value.": _l("Skriv en dato som finnes."),
    "Not a valid time value.": _l("Skriv et klokkeslett, for eksempel 08:30."),
}


class _Messages:
    """WTForms' own messages in our words: it has neither good Norwegian nor nynorsk."""

    def gettext(self, text: str) -> str:
        return str(OWN_WORDS.get(text) or gettext(text))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)


class Form(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """A form of Plass, of the fields in `fields`."""

    never_kept: ClassVar[bool] = False
    """Whether what is typed may not be kept when its sender turns out to be signed out: codes, what is not stored."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # flask-wtf has no types
        """How fields are bound."""

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What was sent as a form, also where that is nothing at all. Files are given to fields for files alone."""
            if isinstance(formdata, MultiDict):
                return with_our_names(formdata)
            if formdata is None or not form.is_submitted():
                return None
            sent = with_our_names(request.form)
            for name in (field.name for field in form if isinstance(field, FileField)):
                sent.setlist(name, request.files.getlist(name))
            return sent

        def get_translations(self, form: Any) -> _Messages:
            """Use our catalogue."""
            return _Messages()

    def process(self, formdata: Any = None, *args: Any, **values: Any) -> None:
        """What was not sent is empty; what is beyond all measure is refused before anything else looks at it."""
        super().process(formdata, *args, **values)
        for field in self:
            for one in field if isinstance(field, FieldList) else (field,):
                if one.raw_data:
                    refuse_what_is_beyond(one)
                elif one.raw_data is not None:
                    leave_empty(one)

    def refuse(self, field_name: str | None, message: str) -> None:
        """Put a message at a field after a service said no, or above the form (None)."""
        if field_name is None:
            self.form_errors.append(message)
            return
        field = self[field_name]
        field.errors = [*field.errors, message]


class FilterForm(Form):
    """What a list is narrowed to. It stands in the address, and a search needs no token."""

    class Meta(Form.Meta):
        """Nothing is changed by it."""

        csrf = False


class EditForm(Form):
    """A form for something that exists: carries the version that was read, so that the second of two is told."""

    version = IntegerField(widget=HiddenInput())
    saved_meanwhile: list[tuple[str, str]] | None = None
    """For the second of two: what stands saved where it differs from what they typed, field by field; else None."""

    def show_saved(self, saved: Any) -> None:
        """Keep what was typed beside what another has saved; from now on a save replaces that.

        `saved` is what the form would be opened with now: a mapping, or the thing itself.
        """
        values: Mapping[str, Any] = (
            saved if isinstance(saved, Mapping) else {one: getattr(saved, one, NOTHING) for one in self._fields}
        )
        compared = [
            (str(field.label.text), written_instead(field, value), written(field))
            for field in self
            if field is not self.version and (value := values.get(field.short_name, NOTHING)) is not NOTHING
        ]
        self.saved_meanwhile = [(label, now) for label, now, typed in compared if now != typed]
        self.carry(values["version"])

    def carry(self, version: int) -> None:
        """From now on a save replaces this version, which the person has been shown."""
        self.version.raw_data, self.version.data = None, version
