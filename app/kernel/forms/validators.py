"""Validators whose messages name the thing: «Skriv inn e-postadressen», not «This field is required»."""

from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectMultipleField
from wtforms.validators import NumberRange, StopValidation, ValidationError

from app.kernel.forms.messages import OfAnyField
from ground.identity_numbers import holds_identity_number
from register.people.errors import NoMailbox
from register.people.mailbox import read_mailbox


class Required:
    """The field must be filled in; `message` says what to write or choose."""

    field_flags = {"required": True}

    def __init__(self, message: LazyString | str) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Field) -> None:
        """Stop at an empty field, and at a box that must be ticked and is not."""
        value = field.data
        if value is None or value is False or value in ("", []):
            if not any(field.raw_data or ()):  # «not a valid choice» of nothing chosen is no help
                field.errors = []
            if not field.errors:  # a conversion error (not a number, not a date) says more than «empty»
                raise StopValidation(str(self.message))
            raise StopValidation


class Optional:
    """The field may be left empty. What counts is all that was typed: WTForms' own looks at the first value alone.

    A blank value is no value, so that nobody is handed one; what could not be read is told, and nothing more is asked.
    """

    field_flags = {"optional": True}

    def __call__(self, _form: Any, field: Field) -> None:
        """Stop at a field in which nothing is typed, and at one whose text could not be read."""
        if not any(typed.strip() if isinstance(typed, str) else typed for typed in field.raw_data or ()):
            field.errors = []
            field.data = [] if isinstance(field, SelectMultipleField) else None
            raise StopValidation
        if field.process_errors:
            raise StopValidation


FOREIGN_LETTERS = _l(
    "Foran @ kan det bare stå bokstavene a til z, tall og vanlige tegn, for eksempel navn@eksempel.no."
)


class Email:
    """An address that every mail server takes; no look-up is made."""

    def __init__(self, message: LazyString | str) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the form of the address."""
        if not field.data:
            return
        try:
            read_mailbox(field.data)
        except NoMailbox as wrong:
            raise ValidationError(str(FOREIGN_LETTERS if wrong.foreign_letters else self.message)) from wrong


def no_identity_number(_form: Any, field: Field) -> None:
    """Plass never keeps a national identity number (R21). Every field for text asks, without saying so itself."""
    if isinstance(field.data, str) and holds_identity_number(field.data):
        raise ValidationError(
            OfAnyField(_l("Her står det noe som ligner et fødselsnummer. Det skal aldri stå i Plass, så ta det bort."))
        )


class AtMost:
    """Text of at most `length` characters. It tells how many there are, unless the field has a sentence of its own."""

    def __init__(self, length: int, message: LazyString | str | None = None) -> None:
        self.length = length
        self.message = message
        self.field_flags = {"maxlength": length}

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the length; a text that was cut is told already."""
        if field.data and not field.process_errors and len(field.data) > self.length:
            raise ValidationError(str(self.message) if self.message else self._told(len(field.data)))

    def _told(self, letters: int) -> OfAnyField:
        told = gettext(
            "Her er det plass til %(most)s tegn. Du har skrevet %(letters)s.", most=self.length, letters=letters
        )
        return OfAnyField(told)


class Between(NumberRange):
    """A number from `least` to `most`. It tells the two, unless the field has a sentence of its own."""

    def __init__(self, least: float, most: float, message: LazyString | str | None = None) -> None:
        super().__init__(least, most, message)

    def __call__(self, form: Any, field: Field) -> None:
        """Check the number; one that could not be read is told already, and none is no number."""
        try:
            super().__call__(form, field)
        except ValidationError as beyond:
            told = gettext("Skriv et tall fra %(min)s til %(max)s.", min=self.min, max=self.max)
            raise ValidationError(str(self.message) if self.message else OfAnyField(told)) from beyond
