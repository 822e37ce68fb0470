"""The base of all forms: CSRF, our own messages in three languages."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, ClassVar, Self

from flask import request
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, FileField, HiddenField, IntegerField, StringField, URLField
from wtforms.widgets import HiddenInput

from app.kernel.forms.messages import OfAnyField
from app.kernel.forms.newer import Difference, Newer, SavedBy, mark
from app.kernel.forms.sent import leave_empty, refuse_what_is_beyond, with_our_names
from app.kernel.forms.validators import no_identity_number
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
        own = OWN_WORDS.get(text)
        return OfAnyField(own) if own else str(gettext(text))

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
        """What was not sent is empty; what is beyond all measure is refused before anything else looks at it.

        What people write in their own words is asked about identity numbers, whichever form it stands in.
        """
        super().process(formdata, *args, **values)
        for field in self:
            for one in field if isinstance(field, FieldList) else (field,):
                if isinstance(one, StringField) and not isinstance(one, HiddenField | URLField):
                    one.validators = [*one.validators, no_identity_number]
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


class SeenForm(Form):
    """A form about something that exists: carries the version that was read, and is refused when it is another now."""

    version = IntegerField(widget=HiddenInput())

    def carry(self, version: int) -> None:
        """From now on the form is about this version, which the person has been shown."""
        self.version.raw_data, self.version.data = None, version


class OpenedWith(HiddenField):
    """The marks of what a form was opened with, made when it is shown for the first time."""

    marks_now: Callable[[], str]

    def _value(self) -> str:
        return self.data or self.marks_now()


class EditForm(SeenForm):
    """A form that edits something, field by field. It knows what it was opened with: the second of two is told."""

    was = OpenedWith()
    newer: Newer | None = None
    """For the second of two: what another has saved since the form was opened."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.was.marks_now = self.marks

    @property
    def is_changed(self) -> bool:
        """Whether the person has changed anything since the form was opened."""
        return self.marks() != self.was.data

    def marks(self, saved: Mapping[str, Any] | None = None) -> str:
        """A mark of what each field says, or would say if the form were opened with `saved`."""
        said = {one.short_name: written(one) for one in self._typed()} if saved is None else self._said_of(saved)
        return " ".join(f"{name}:{mark(text)}" for name, text in said.items())

    def show_saved(self, saved: Any, by: SavedBy | None) -> None:
        """Tell what another has saved, beside what was typed; from now on a save replaces that.

        `saved` is what the form would be opened with now: a mapping, or the thing itself.
        """
        values = self._values_of(saved)
        self.tell_newer(values, by)
        self.rebase(values)

    def tell_newer(self, saved: Mapping[str, Any], by: SavedBy | None) -> None:
        """Tell it, and let the next save be refused as this one was: nobody has chosen yet."""
        opened = dict(one.split(":", 1) for one in (self.was.data or "").split() if ":" in one)
        said = self._said_of(saved)
        fields = [one for one in self._typed() if one.short_name in said]
        differs = [one for one in fields if mark(said[one.short_name]) != mark(written(one))]
        changed = [one for one in fields if mark(said[one.short_name]) != opened.get(one.short_name)]
        self.newer = Newer(
            saved["version"],
            by if changed else None,  # else it was no save of these fields: the last one may be of any age
            tuple(
                Difference(str(one.label.text), said[one.short_name], written(one)) for one in differs if one in changed
            ),
            all_the_same=not differs,
        )

    def rebase(self, saved: Mapping[str, Any]) -> None:
        """From now on a save replaces this, which the person has been shown."""
        self.carry(saved["version"])
        self.was.raw_data, self.was.data = None, self.marks(saved)

    def only(self, names: Collection[str]) -> Self:
        """Ask for these fields alone: what else the form could ask for is neither shown, judged nor saved."""
        for field in [*self._typed()]:
            if field.short_name not in names:
                del self[field.short_name]
        return self

    def answer_to(self, name: str) -> Any:
        """What is said in a field, None where the form does not ask for it."""
        return self[name].data if name in self else None

    def _values_of(self, saved: Any) -> Mapping[str, Any]:
        if isinstance(saved, Mapping):
            return saved
        found = {one.short_name: getattr(saved, one.short_name, NOTHING) for one in self}
        return {name: value for name, value in found.items() if value is not NOTHING}

    def _said_of(self, saved: Mapping[str, Any]) -> dict[str, str]:
        return {
            one.short_name: written_instead(one, saved[one.short_name])
            for one in self._typed()
            if one.short_name in saved
        }

    def _typed(self) -> Iterator[Field]:
        return (one for one in self if getattr(one.widget, "input_type", "") != "hidden")
