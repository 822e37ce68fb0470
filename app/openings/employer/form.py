"""The form for an opening: sections, and rows that can be added without script."""

from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField, SelectField
from wtforms.validators import ValidationError

from app.kernel.forms.base import EditForm, Form
from app.kernel.forms.fields import (
    Checkboxes,
    DateField,
    EmailField,
    HoursField,
    IntegerField,
    OneOf,
    StringField,
    TelField,
    TextAreaField,
    TimeField,
    URLField,
)
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Email, Required
from app.kernel.writing import TextsForm
from app.openings.employer.choices import (
    choices_of,
    gate_choices,
    occupation_choices,
    optional_choices_of,
    workplace_choices,
)
from app.words.numbers import NUMBERS
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, NightException
from register.organisations.models import Organisation
from register.organisations.types import Sector

MOST_ROWS = 20
MOST_POSITIONS = 500


class ShiftRow(Form):
    """One row of working hours: some days with the same hours. A row with nothing in it is left out."""

    class Meta(Form.Meta):
        """The CSRF token belongs to the whole form."""

        csrf = False

    days = Checkboxes(_l("Dager"), choices=choices_of(Weekday))
    starts_at = TimeField(_l("Fra kl."))
    ends_at = TimeField(_l("Til kl."))
    break_minutes = IntegerField(_l("Pause i minutter"), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been filled in."""
        return not (self.days.data or self.starts_at.data or self.ends_at.data)

    def validate_days(self, field: Any) -> None:
        """A row is whole: days, from, to, and a break shorter than the shift."""
        if self.is_empty:
            return
        if not field.data:
            raise ValidationError(str(_l("Velg dagene som har disse tidene.")))
        start, end = self.starts_at.data, self.ends_at.data
        if start is None or end is None or start == end:
            raise ValidationError(str(_l("Skriv når vakten begynner og slutter.")))
        length = ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)
        if not 0 <= (self.break_minutes.data or 0) < length:
            raise ValidationError(str(_l("Pausen må være kortere enn vakten.")))


def text_rows(label: LazyString) -> "FieldList[StringField]":  # only its stubs are generic
    """Rows of short texts, some of them empty."""
    return FieldList(StringField(label, [AtMost(200)]), label, min_entries=2, max_entries=MOST_ROWS)


class OpeningFields(TextsForm):
    """Everything that can be written in an opening. Only kind, workplace and title are needed to save a draft."""

    kind = OneOf(
        _l("Hva slags plass er det?"), [Required(_l("Velg hva slags plass det er."))], choices=choices_of(OpeningKind)
    )
    title = StringField(_l("Tittel"), [Required(_l("Gi plassen en tittel.")), AtMost(200)])
    styrk_code = SelectField(_l("Yrke"))
    summary = TextAreaField(_l("Kort om plassen"), [AtMost(2000)])
    workplace_id = SelectField(_l("Arbeidssted"), [Required(_l("Velg arbeidssted."))])
    tasks = text_rows(_l("Oppgaver"))
    must_have = text_rows(_l("Må være på plass fra dag én"))
    can_learn = text_rows(_l("Kan læres hos dere"))
    hours_per_week_min = HoursField(_l("Fra, timer i uken"))
    hours_per_week_max = HoursField(_l("Til, timer i uken"))
    shifts = FieldList(FormField(ShiftRow), _l("Arbeidstider"), min_entries=1, max_entries=MOST_ROWS)
    night_reason = StringField(_l("Hvorfor er det arbeid om kvelden eller natten?"), [AtMost(200)])
    night_exception = SelectField(
        _l(
            "Unntak for %(youngest)s–%(oldest)s år",
            youngest=NUMBERS.ages.child_below,
            oldest=NUMBERS.oldest_young_worker,
        ),
        choices=optional_choices_of(NightException),
    )
    adaptations = Checkboxes(_l("Hva kan dere tilpasse?"), choices=choices_of(Adaptation))
    contact_name = StringField(_l("Kontaktperson"), [AtMost(200)])
    contact_email = EmailField(_l("E-post"), [Email(_l("Skriv en e-postadresse, slik: navn@firma.no."))])
    contact_phone = TelField(_l("Telefon"), [AtMost(30)])
    mentor_name = StringField(_l("Mentor"), [AtMost(200)])
    how_to_apply = TextAreaField(_l("Slik søker man hos dere"), [AtMost(1000)])
    application_url = URLField(_l("Nettadresse for søknad"), [AtMost(500)])
    pay = StringField(_l("Lønn"), [AtMost(200)])
    positions = IntegerField(_l("Hvor mange personer?"), default=1)
    starts_on = DateField(_l("Oppstart"))
    ends_on = DateField(_l("Slutter"))
    expires_on = DateField(_l("Siste dag plassen vises"))
    training_company_status = SelectField(
        _l("Er dere godkjent lærebedrift?"), choices=choices_of(TrainingCompanyStatus)
    )
    measure7_category = SelectField(_l("Hva slags oppgaver er det?"), choices=optional_choices_of(TaskCategory))
    age_gates = Checkboxes(_l("Oppgaver med aldersgrense i loven"))
    supervised = BooleanField(_l("En voksen kollega er alltid sammen med den som gjør dette"))
    hazards = Checkboxes(_l("Arbeid som kan være farlig"), choices=choices_of(HazardCode))
    police_certificate = SelectField(
        _l("Krever loven politiattest?"), choices=optional_choices_of(PoliceCertificateBasis)
    )
    warning_reason = TextAreaField(_l("Hvorfor er dette i orden?"), [AtMost(1000)])

    def prepare(self, organisation: Organisation, *, chosen_workplace: str | None = None) -> None:
        """Fill in the choices that depend on employer and language, and leave out what is not for this employer."""
        self.styrk_code.choices = occupation_choices()
        self.age_gates.choices = gate_choices()
        self.workplace_id.choices = workplace_choices(organisation, chosen_workplace)
        if organisation.sector is not Sector.PUBLIC:
            del self.measure7_category
        self._leave_out_marks()

    def _leave_out_marks(self) -> None:
        """Nearly everything may be left empty in a draft; the page says so once instead of at each field."""
        for field in self:
            parts = field.entries if isinstance(field, FieldList) else ()
            for one in (field, *parts, *(part for row in parts if isinstance(row, FormField) for part in row)):
                one.flags.no_mark = True

    def fix_what_is_published(self) -> None:
        """Kind and workplace of a published opening stay as they are."""
        del self.kind
        del self.workplace_id

    def add_row(self, name: str) -> None:
        """One more empty row in the list with this name."""
        rows = self[name]
        if isinstance(rows, FieldList) and len(rows.entries) < MOST_ROWS:
            rows.append_entry()
            self._leave_out_marks()

    def validate_positions(self, field: Any) -> None:
        """A whole number of people."""
        if not field.errors and (field.data is None or not 1 <= field.data <= MOST_POSITIONS):
            raise ValidationError(str(_l("Skriv et tall fra 1 til %(most)s.", most=MOST_POSITIONS)))

    def validate_ends_on(self, field: Any) -> None:
        """Not before it starts."""
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(str(_l("Sluttdatoen må være etter startdatoen.")))

    def validate_hours_per_week_max(self, field: Any) -> None:
        """Both or neither, and not upside down."""
        fewest, most = self.hours_per_week_min.data, field.data
        if field.errors or self.hours_per_week_min.errors:
            return
        if (fewest is None) != (most is None):
            raise ValidationError(str(_l("Oppgi både fra og til. Er det et fast timetall, skriver du det to ganger.")))
        if fewest is not None and most is not None and not 0 < fewest <= most:
            raise ValidationError(str(_l("Det høyeste timetallet må være minst like stort som det laveste.")))


class NewOpeningForm(OpeningFields, CreateForm):
    """A new opening; sent twice it makes one."""


class EditOpeningForm(OpeningFields, EditForm):
    """An opening that exists; carries the version that was read."""
