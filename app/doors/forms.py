"""The forms at a young person's door."""

import re
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import Regexp
from wtforms.widgets import PasswordInput

from app.kernel.forms.base import Form
from app.kernel.forms.fields import DateField, EmailField, StringField
from app.kernel.forms.validators import AtMost, Email, Required
from matching.doors.rules import PIN_DIGITS

PIN_KEYS = {"inputmode": "numeric"}
SIX_DIGITS = rf"^[0-9]{{{PIN_DIGITS}}}$"


WRONG_SHAPE = _l("PIN-koden må være seks tall.")


class PinDigits(StringField):
    """Six digits, typed with or without spaces between. What has another shape is no try at a PIN."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Without what people put between digits."""
        super().process_formdata(valuelist)
        self.data = re.sub(r"[\s.-]", "", self.data or "")


class PinField(PinDigits):
    """A PIN that exists: what was typed never comes back to the page."""

    widget = PasswordInput(hide_value=True)


def new_pin_field() -> PinDigits:
    """A PIN that is chosen, seen while it is typed: who mistypes it in the dark is shut out."""
    return PinDigits(
        _l("Ny PIN-kode"),
        description=_l("Seks tall som du husker. Ikke fødselsdatoen din."),
        validators=[Required(_l("Skriv seks tall.")), AtMost(40)],
        render_kw={**PIN_KEYS, "autocomplete": "off"},
    )


class CodeForm(Form):
    """The code from the counsellor."""

    never_kept = True

    code = StringField(
        _l("Koden din"),
        description=_l("Store og små bokstaver er det samme, og du kan droppe strekene."),
        validators=[Required(_l("Skriv koden du har fått.")), AtMost(40)],
        render_kw={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"},
    )


class PinForm(Form):
    """The PIN."""

    never_kept = True

    pin = PinField(
        _l("PIN-kode"),
        validators=[Required(_l("Skriv PIN-koden din.")), Regexp(SIX_DIGITS, message=WRONG_SHAPE)],
        render_kw={**PIN_KEYS, "autocomplete": "off"},
    )


class NewPinForm(Form):
    """A new PIN."""

    never_kept = True

    pin = new_pin_field()


class FirstPinForm(NewPinForm):
    """The birth date, which guards a lost slip, and the first PIN."""

    birth_date = DateField(
        _l("Når er du født?"),
        validators=[Required(_l("Skriv fødselsdatoen din."))],
        render_kw={"autocomplete": "bday"},
    )


class OwnLinkForm(Form):
    """The address that a link is sent to."""

    never_kept = True

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv e-postadressen din.")),
            Email(_l("Skriv en e-postadresse, for eksempel navn@eksempel.no.")),
            AtMost(254),
        ],
        render_kw={"autocomplete": "email"},
    )


class OwnEmailForm(Form):
    """Whether an address is one's own."""

    own = RadioField(
        _l("Er dette e-postadressen din?"),
        choices=[("yes", _l("Ja, den er min")), ("no", _l("Nei"))],
        validators=[Required(_l("Velg ja eller nei."))],
    )


class OwnTelephoneForm(Form):
    """Whether the telephone is one's own; no, unless one says so."""

    own = RadioField(
        _l("Er dette din egen telefon eller PC?"),
        choices=[("no", _l("Nei, jeg låner den")), ("yes", _l("Ja, den er min"))],
        default="no",
        validators=[Required(_l("Velg ja eller nei."))],
    )
