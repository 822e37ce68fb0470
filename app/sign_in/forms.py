"""The forms one signs in with."""

from flask_babel import lazy_gettext as _l

from app.kernel.forms.base import Form
from app.kernel.forms.fields import EmailField, StringField
from app.kernel.forms.validators import AtMost, Email, Required


class SignInForm(Form):
    """An e-mail address."""

    never_kept = True

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv inn e-postadressen din.")),
            Email(_l("Skriv inn en e-postadresse, for eksempel navn@virksomhet.no.")),
            AtMost(254),
        ],
        render_kw={"autocomplete": "email"},
    )


class CodeForm(Form):
    """The code from the mail."""

    never_kept = True

    code = StringField(
        _l("Koden fra e-posten"),
        description=_l("Åtte tegn. Store og små bokstaver er det samme, og du kan droppe streken."),
        validators=[Required(_l("Skriv inn koden som står i e-posten.")), AtMost(40)],
        render_kw={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"},
    )
