"""The forms of answering a request for authority."""

from flask_babel import lazy_gettext as _l

from app.kernel.forms.base import Form
from app.kernel.forms.fields import TextAreaField
from app.kernel.forms.validators import AtMost, Required


class ConfirmForm(Form):
    """How the officer made sure."""

    confirm_reason = TextAreaField(
        _l("Hvordan er det bekreftet?"),
        validators=[
            Required(_l("Skriv hvordan du har bekreftet fullmakten. Det blir lagret i loggen.")),
            AtMost(2000),
        ],
    )


class RejectForm(Form):
    """Why not; the person reads it."""

    reject_reason = TextAreaField(
        _l("Hvorfor avslår du?"),
        validators=[
            Required(_l("Skriv hvorfor du avslår. Personen får lese begrunnelsen.")),
            AtMost(2000),
        ],
    )
