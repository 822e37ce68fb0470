"""The forms of authority: asking for it, and the code from the letter."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField

from app.kernel.forms.base import Form
from app.kernel.forms.validators import AtMost, Required


class AskForAuthorityForm(Form):
    """What the person is in the organisation."""

    position = StringField(
        _l("Stillingen din"),
        validators=[
            Required(_l("Skriv hvilken stilling du har i virksomheten.")),
            AtMost(200, _l("Skriv stillingen med høyst 200 tegn.")),
        ],
    )


class PostedCodeForm(Form):
    """The code from the letter."""

    code = StringField(
        _l("Koden fra brevet"),
        validators=[
            Required(_l("Skriv inn koden som står i brevet.")),
            AtMost(40, _l("Koden har åtte tegn.")),
        ],
    )
