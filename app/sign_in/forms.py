"""The sign-in form."""

from flask_babel import lazy_gettext as _l

from app.kernel.forms.base import Form
from app.kernel.forms.fields import EmailField
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
