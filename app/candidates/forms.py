"""The forms of registering, handing over and signing in a candidate, and of what candidates ask for."""

import uuid
from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from app.candidates.profile_form import ProfileForm, year_10
from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import DateField, SearchField, StringField, TextAreaField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Required
from app.words import choices
from matching.candidates.models import MOST_LETTERS_ASKED
from matching.candidates.types import RightsKind
from matching.records.profiles import Profile
from register.organisations.models import NavOffice


class NameSearch(FilterForm):
    """Whom a counsellor looks for among the candidates; asked for with GET."""

    q = SearchField(_l("Fornavn"))


class AssignForm(Form):
    """Who coordinates from now on."""

    counsellor = SelectField(_l("Ny veileder"), validators=[Required(_l("Velg en veileder."))])

    def offer(self, colleagues: list[tuple[str, str]]) -> "AssignForm":
        """Offer the counsellors of the office."""
        self.counsellor.choices = [("", _l("Velg veileder")), *colleagues]
        return self

    def counsellor_id(self) -> uuid.UUID:
        """The chosen counsellor."""
        return uuid.UUID(self.counsellor.data)


class ProtectionForm(Form):
    """The one question; its answer is not stored."""

    never_kept = True

    protected = RadioField(
        _l("Har personen adressesperre (kode 6 eller 7), eller er personen skjermet i Navs systemer?"),
        choices=[("no", _l("Nei")), ("yes", _l("Ja"))],
        validators=[Required(_l("Velg ja eller nei."))],
    )


class RegistrationForm(CreateForm):
    """As little as there must be before the first talk."""

    office = SelectField(_l("Nav-kontor"), validators=[Required(_l("Velg kontoret."))])
    first_name = StringField(
        _l("Hva personen vil bli kalt"),
        description=_l("Bare fornavn eller kallenavn."),
        validators=[
            Required(_l("Skriv et fornavn.")),
            AtMost(80),
        ],
    )
    birth_date = DateField(
        _l("Fødselsdato"),
        description=_l("Brukes bare til lovens aldersgrenser. Skriv aldri fødselsnummer i Plass."),
        validators=[Required(_l("Skriv en fødselsdato."))],
    )
    finished_year_10 = RadioField(
        _l("Ferdig med 10. trinn?"),
        choices=[(choices.YES, _l("Ja")), (choices.NO, _l("Nei")), (choices.UNKNOWN, _l("Ikke spurt"))],
        default=choices.UNKNOWN,
    )
    municipality_number = SelectField(
        _l("Bostedskommune"), validators=[Required(_l("Velg kommunen der personen bor."))]
    )

    def offer(self, offices: Sequence[NavOffice]) -> "RegistrationForm":
        """Put the choices in place; somebody in one office does not have to choose."""
        self.municipality_number.choices = [("", _l("Velg kommune")), *choices.of_municipalities()]
        self.office.choices = [(str(office.id), office.name) for office in offices]
        return self

    def office_id(self) -> uuid.UUID:
        """The chosen office; the choices are the counsellor's own."""
        return uuid.UUID(self.office.data)

    def profile(self) -> Profile:
        """What was typed, as a value."""
        assert isinstance(self.birth_date.data, date)
        return Profile(
            first_name=self.first_name.data or "",
            birth_date=self.birth_date.data,
            municipality_number=self.municipality_number.data,
            finished_year_10=year_10(self.finished_year_10.data),
        )


class RightsForm(CreateForm):
    """What a young person does not want, or wants mended."""

    kind = RadioField(
        _l("Hva vil du?"),
        choices=[
            (RightsKind.RESTRICTION.value, _l("Stopp bruken en stund. Behold det som står.")),
            (RightsKind.OBJECTION.value, _l("Jeg vil ikke at dere bruker det som står om meg.")),
            (RightsKind.CORRECTION.value, _l("Noe som står om meg, er feil.")),
        ],
        validators=[Required(_l("Velg det som passer best."))],
    )
    words = TextAreaField(
        _l("Med dine egne ord"),
        description=_l(
            "Er noe feil, skriver du hva som er feil, og hva som er riktig. Ellers trenger du ikke skrive noe. "
            "Skriv ikke om helse."
        ),
        validators=[AtMost(MOST_LETTERS_ASKED)],
    )

    def chosen(self) -> RightsKind:
        """The choice."""
        return RightsKind(self.kind.data)


def reason_field() -> TextAreaField:
    """Why the answer is what it is; the young person reads it."""
    return TextAreaField(
        _l("Begrunnelse til kandidaten"),
        description=_l("Kandidaten leser den. Skriv kort og vennlig. Veien til Datatilsynet står under svaret."),
        validators=[Required(_l("Skriv hvorfor.")), AtMost(2000)],
    )


class AnswerForm(Form):
    """The answer to what a young person asks."""

    answer = RadioField(
        _l("Svaret"),
        choices=[(choices.YES, _l("Ja, kandidaten får det som de ber om")), (choices.NO, _l("Nei"))],
        validators=[Required(_l("Velg ja eller nei."))],
    )
    reason = reason_field()

    def is_granted(self) -> bool:
        """Was it a yes?"""
        return bool(self.answer.data == choices.YES)


class RefusalForm(Form):
    """A no to one who asks that something be mended; the yes is the mending."""

    reason = reason_field()

    def is_granted(self) -> bool:
        """Never: what is mended is answered by `CorrectionForm`."""
        return False


class CorrectionForm(ProfileForm):
    """What is kept of one who says that something is wrong, to be mended, and the answer to them."""

    reason = TextAreaField(
        _l("Svar til kandidaten"),
        description=_l("Skriv hva du har rettet, og hvorfor. Kandidaten leser det. Skriv kort og vennlig."),
        validators=[Required(_l("Skriv hva du har rettet, og hvorfor.")), AtMost(2000)],
    )
