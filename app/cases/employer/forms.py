"""The forms of the employer's case: level, profile, evidence, action plan, signature."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, RadioField, SelectField

from app.kernel.forms.base import EditForm, Form
from app.kernel.forms.fields import DateField, IntegerField, StringField, TextAreaField, URLField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Between, Optional, Required
from app.kernel.language import current_language
from app.kernel.writing import TextsForm
from certification.cases.tables.answer import ActionItem
from certification.cases.tables.assessment import Assessment
from certification.criteria.editions.schema import Edition
from certification.criteria.rules.profile import Profile
from certification.criteria.types import LevelId, ProfileQuestionId
from register.organisations.types import Sector

YES, NO = "yes", "no"
YES_OR_NO = ((YES, _l("Ja")), (NO, _l("Nei")))
YES_NO_QUESTIONS = ("has_under_18", "trade", "has_apprentices", "takes_training")


class StartForm(CreateForm):
    """Which level the employer aims for."""

    level = RadioField(
        _l("Hvilket nivå sikter dere mot?"),
        choices=[(level.value, level.value) for level in LevelId],
        default=LevelId.INKLUDERENDE.value,
        validators=[Required(_l("Velg et nivå."))],
    )

    def use(self, edition: Edition) -> dict[str, str]:
        """Take the names of the levels from the edition; returns what each level is, for hints."""
        locale = current_language()
        self.level.choices = [(level.id.value, level.name.get(locale)) for level in edition.levels]
        return {level.id.value: level.about.get(locale) for level in edition.levels}


class ProfileForm(EditForm):
    """The questions that select which criteria apply. A question may wait; the case cannot be sent without it."""

    level = RadioField(_l("Nivå"), validators=[Required(_l("Velg et nivå."))])
    employees = IntegerField(
        validators=[Optional(), Between(0, 500_000, _l("Skriv antallet med tall, for eksempel 12."))]
    )
    sector = RadioField(validate_choice=False)
    has_under_18 = RadioField(choices=YES_OR_NO, validate_choice=False)
    trade = RadioField(choices=YES_OR_NO, validate_choice=False)
    has_apprentices = RadioField(choices=YES_OR_NO, validate_choice=False)
    takes_training = RadioField(choices=YES_OR_NO, validate_choice=False)
    reason = TextAreaField(
        _l("Retter dere noe fra Enhetsregisteret? Skriv hvorfor"),
        validators=[AtMost(1000)],
    )

    def use(self, edition: Edition) -> None:
        """Take questions, help and choices from the edition, in the reader's language."""
        locale = current_language()
        self.level.choices = [(level.id.value, level.name.get(locale)) for level in edition.levels]
        for question in edition.profile:
            name = "employees" if question.id is ProfileQuestionId.SIZE else question.id.value
            self[name].label.text = question.question.get(locale)
            self[name].description = question.help.get(locale) if question.help else ""
            self[name].flags.required = True
        sectors = edition.question(ProfileQuestionId.SECTOR).options
        self.sector.choices = [(one.value, sectors[one].get(locale)) for one in Sector]

    @property
    def profile(self) -> Profile:
        """The answers as values."""
        answers = {name: _yes_or_no(self[name].data) for name in YES_NO_QUESTIONS}
        sector = Sector(self.sector.data) if self.sector.data in set(Sector) else None
        return Profile(employees=self.employees.data, sector=sector, **answers)


class LinkForm(CreateForm):
    """A web address as evidence."""

    url = URLField(
        _l("Nettadresse"),
        validators=[
            Required(_l("Skriv inn nettadressen.")),
            AtMost(1000),
        ],
    )
    description = StringField(_l("Hva viser lenken?"), validators=[AtMost(200)])
    effective_on = DateField(_l("Hvilken dato gjelder den for?"), validators=[Optional()])


class FileForm(CreateForm):
    """A file as evidence."""

    file = FileField(_l("Fil"), validators=[Required(_l("Velg en fil."))])
    description = StringField(_l("Hva viser filen?"), validators=[AtMost(200)])
    effective_on = DateField(_l("Hvilken dato gjelder den for?"), validators=[Optional()])


class ActionFields(TextsForm):
    """What an action says."""

    what = TextAreaField(
        _l("Hva skal gjøres?"),
        validators=[
            Required(_l("Skriv hva som skal gjøres.")),
            AtMost(1000),
        ],
    )
    responsible = StringField(_l("Hvem har ansvaret?"), validators=[AtMost(200)])
    due_on = DateField(_l("Frist"), validators=[Optional()])
    criterion_id = SelectField(_l("Hører til"), validate_choice=False)


class NewActionForm(CreateForm, ActionFields):
    """A new action."""


class EditActionForm(EditForm, ActionFields):
    """An action that exists."""

    is_done = BooleanField(_l("Tiltaket er gjennomført"))


class SignForm(Form):
    """A leader's signature on exactly what is shown."""

    seen_hash = HiddenField()
    confirmed = BooleanField(
        _l("Jeg bekrefter at svarene er riktige, og sender dem inn på vegne av virksomheten."),
        validators=[Required(_l("Kryss av for at du bekrefter svarene."))],
    )


class WithdrawForm(Form):
    """Why the case is taken back."""

    reason = TextAreaField(
        _l("Hvorfor trekker dere sertifiseringen?"),
        validators=[
            Required(_l("Skriv kort hvorfor. Det blir lagret i loggen.")),
            AtMost(1000),
        ],
    )


def answers_of(assessment: Assessment) -> dict[str, object]:
    """What the form of the profile shows of a case."""
    in_words = {True: YES, False: NO, None: None}
    return {
        "version": assessment.version,
        "level": assessment.level.value,
        "employees": assessment.employees,
        "sector": assessment.sector.value if assessment.sector else None,
        **{name: in_words[getattr(assessment, name)] for name in YES_NO_QUESTIONS},
        "reason": assessment.profile_reason,
    }


def values_of(action: ActionItem) -> dict[str, object]:
    """What the form shows of an action that exists."""
    return {
        "version": action.version,
        "what": action.what,
        "written_in": action.written_in.value,
        "responsible": action.responsible,
        "due_on": action.due_on,
        "criterion_id": action.criterion_id or "",
        "is_done": action.done_at is not None,
    }


def _yes_or_no(value: str | None) -> bool | None:
    return {YES: True, NO: False}.get(value or "")
