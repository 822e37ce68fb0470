"""The forms of registration and of asking for authority."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField
from wtforms.validators import ValidationError

from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import StringField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Required
from app.words.filters import in_words
from app.words.numbers import NUMBERS
from register.organisations.business_register import RegisteredUnit


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
    legal = HiddenField()
    scope = RadioField(_l("Hva vil du registrere?"), choices=[], validate_choice=False)
    position = StringField(
        _l("Stillingen din"),
        validators=[
            Required(_l("Skriv hvilken stilling du har i virksomheten.")),
            AtMost(200),
        ],
    )

    @property
    def chosen_number(self) -> str:
        """The number to register: the one that was typed, or of a ledd and the whole the one that was chosen."""
        return (self.scope.data if self.legal.data else self.orgnr.data) or ""

    def offer(self, branch: RegisteredUnit, legal: RegisteredUnit) -> None:
        """Let the person choose between a ledd and the legal entity it belongs to."""
        self.legal.data = legal.orgnr
        self.scope.flags.required = True
        self.scope.choices = [
            (branch.orgnr, _("Bare leddet: %(name)s", name=branch.name)),
            (legal.orgnr, _("Hele virksomheten: %(name)s", name=legal.name)),
        ]

    def validate_scope(self, field: RadioField) -> None:
        """One of the two must be chosen where there are two."""
        if self.legal.data and field.data not in (self.orgnr.data, self.legal.data):
            raise ValidationError(_("Velg om du vil registrere bare leddet eller hele virksomheten."))


class AskForAuthorityForm(Form):
    """What the person is in the organisation."""

    position = StringField(
        _l("Stillingen din"),
        validators=[
            Required(_l("Skriv hvilken stilling du har i virksomheten.")),
            AtMost(200),
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
