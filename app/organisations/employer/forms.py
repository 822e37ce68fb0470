"""The forms of registration and of asking for authority."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import StringField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Required
from app.words.filters import in_words
from app.words.numbers import NUMBERS


class LookUpForm(FilterForm):
    """An organisation number, asked for with GET: looking up changes nothing."""

    orgnr = StringField(
        _l("Organisasjonsnummer"),
        validators=[
            Required(_l("Skriv inn organisasjonsnummeret.")),
            AtMost(100, _l("Organisasjonsnummeret skal ha ni sifre.")),
        ],
    )


class RegisterForm(CreateForm):
    """The unit that was found is the right one, and what the person is there."""

    orgnr = HiddenField()
    position = StringField(
        _l("Stillingen din"),
        validators=[
            Required(_l("Skriv hvilken stilling du har i virksomheten.")),
            AtMost(200, _l("Skriv stillingen med høyst 200 tegn.")),
        ],
    )


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

    never_kept = True

    code = StringField(
        _l("Koden fra brevet"),
        validators=[
            Required(_l("Skriv inn koden som står i brevet.")),
            AtMost(40, _l("Koden har %(letters)s tegn.", letters=LazyString(in_words, NUMBERS.authority_code_letters))),
        ],
    )
