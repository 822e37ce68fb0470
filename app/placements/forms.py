"""The forms around a placement: the agreement, the start, a talk, the ending, approving for somebody."""

from collections.abc import Callable, Iterable
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.kernel.forms.base import EditForm, FilterForm, Form, SeenForm
from app.kernel.forms.fields import Checkboxes, DateField, HoursField, SearchField, StringField, TextAreaField
from app.kernel.forms.validators import AtMost, Between, Optional, Required
from app.kernel.language import current_language
from app.kernel.translate import _
from app.kernel.writing import TextsForm
from app.placements.agreement_rows import term
from app.words.filters import label
from app.words.numbers import NUMBERS
from ground.findings import Finding
from matching.catalogue.kinds import ContractType, OpeningKind
from matching.law.nav_schemes import NavScheme, nav_schemes
from matching.law.types import WorkerBand
from matching.law.young_workers import Worker, band_on
from matching.placements.content import AgreementContent, content_from
from matching.placements.rules.agreement import is_wrong
from matching.progress.types import UndoReason
from matching.records.tables.placement import Agreement, FollowUp, Placement
from matching.records.types import EndReason, OnBehalfReason, SkipReason

DATE_HINT = _l("Skriv datoen, for eksempel 24.12.2026.")


class PlacementSearch(FilterForm):
    """Which of the candidates' agreements a counsellor looks for; asked for with GET."""

    q = SearchField(_l("Fornavn eller jobb"))


class AgreementForm(TextsForm, EditForm):
    """The shared plan. Nothing is required here: what is missing is told before it is approved."""

    contract_type = RadioField(_l("Hvilken kontrakt gjelder?"), coerce=ContractType, validators=[Optional()])
    contract_reference = StringField(
        term("contract_reference"), description=_l("Saksnummer, avtalenummer eller hvor kontrakten er arkivert."),
        validators=[AtMost(200)],
    )  # fmt: skip
    contract_date = DateField(term("contract_date"), validators=[Optional()])
    starts_on = DateField(term("starts_on"), validators=[Optional()])
    ends_on = DateField(
        term("ends_on"), description=_l("La stå tom hvis det ikke er avtalt noen slutt."), validators=[Optional()]
    )
    hours_per_week = HoursField(
        term("hours_per_week"),
        validators=[Optional(), Between(1, NUMBERS.most_hours)],
    )
    schemes = Checkboxes(term("schemes"), validators=[Optional()])
    schemes_end_on = DateField(
        term("schemes_end_on"),
        description=_l("Fyll ut hvis støtten slutter før jobben, eller jobben ikke har noen slutt."),
        validators=[Optional()],
    )
    mentor_name = StringField(_l("Fadder eller mentor på arbeidsplassen"), validators=[AtMost(200)])
    plan = TextAreaField(
        term("plan"),
        description=_l("Oppgaver, tilrettelegging og hvor ofte dere snakkes. Skriv ingenting om helse."),
        validators=[AtMost(4000)],
    )
    risk_assessed_on = DateField(
        _l("Når vurderte arbeidsgiveren risikoen for akkurat denne personen?"),
        description=_l("Kreves før noen under %(age)s år begynner.", age=NUMBERS.ages.adult_from),
        validators=[Optional()],
    )
    guardian_consent_on = DateField(
        _l("Når samtykket foresatte skriftlig?"),
        description=_l(
            "Kreves for den som er under %(age)s år eller ikke er ferdig med 10. trinn.", age=NUMBERS.ages.child_below
        ),
        validators=[Optional()],
    )

    def offer(self, placement: Placement, today: date) -> "AgreementForm":
        """Offer the contract types and the schemes, and leave out what only concerns younger people."""
        self.contract_type.choices = [(one.value, label(one)) for one in ContractType]
        first_day = self.starts_on.data or today
        chosen = self.schemes.data or []
        offered = [one for one in _schemes_for(placement.kind) if one.can_start(first_day) or one.code in chosen]
        self.schemes.choices = [(one.code, _name(one)) for one in offered]
        band = band_on(Worker(placement.candidate.birth_date, placement.candidate.finished_year_10), first_day)
        if band is WorkerBand.ADULT:
            del self.risk_assessed_on
        if band in (WorkerBand.ADULT, WorkerBand.YOUTH):
            del self.guardian_consent_on
        return self

    def content(self) -> AgreementContent:
        """What was typed, as a value. What was not asked for is not said either."""
        return content_from(self.data)

    def show_what_is_wrong(self, findings: Iterable[Finding], sentence: Callable[[Finding], str]) -> None:
        """Put each finding at the field that it belongs to."""
        for finding in findings:
            if is_wrong(finding):
                name = finding.field if finding.field and finding.field in self else "starts_on"
                self.refuse(name, sentence(finding))


def agreement_form(agreement: Agreement, placement: Placement, today: date) -> AgreementForm:
    """The form filled with what the agreement says, or with what was sent."""
    return AgreementForm(obj=agreement).offer(placement, today)


def scheme_hints(kind: OpeningKind) -> dict[str, str]:
    """What to know of each scheme before it is chosen."""
    return {one.code: hint for one in _schemes_for(kind) if (hint := _hint(one, kind))}


def _hint(scheme: NavScheme, kind: OpeningKind) -> str:
    parts = []
    length = scheme.length_for(kind)
    if length is not None and length.months:
        parts.append(_("Høyst %(n)s måneder.", n=length.months))
    elif length is not None and length.weeks:
        parts.append(_("Høyst %(n)s uker.", n=length.weeks))
    if not scheme.certain:
        parts.append(_("Reglene er nye eller uklare. Avklar med Nav."))
    return " ".join(parts)


def _schemes_for(kind: OpeningKind) -> list[NavScheme]:
    return [one for one in nav_schemes().schemes if kind in one.kinds]


def _name(scheme: NavScheme) -> str:
    return str(getattr(scheme.names, current_language().value))


class StartForm(Form):
    """The day the person began."""

    started_on = DateField(_l("Hvilken dag begynte det?"), validators=[Required(DATE_HINT)])


class TalkForm(TextsForm):
    """What a talk showed."""

    still_there = RadioField(
        _l("Er personen fortsatt på plassen?"),
        choices=[("yes", _l("Ja")), ("no", _l("Nei"))],
        validators=[Required(_l("Velg ja eller nei."))],
    )
    agreed_next = TextAreaField(
        _l("Hva ble dere enige om?"),
        description=_l("Kort. Kandidaten ser det, arbeidsgiveren ikke. Ingenting om helse eller private forhold."),
        validators=[AtMost(600)],
    )

    def ask(self, follow_up: FollowUp, day: str, today: date) -> "TalkForm":
        """Ask about the day that counts, when it has passed."""
        if follow_up.due_on < today:
            self.still_there.label.text = _("Var personen på plassen %(day)s?", day=day)
        return self


class SkipForm(Form):
    """Why a talk was not held."""

    reason = RadioField(
        _l("Hvorfor ble det ingen samtale?"), coerce=SkipReason, validators=[Required(_l("Velg en grunn."))]
    )

    def offer(self) -> "SkipForm":
        """Offer the reasons."""
        self.reason.choices = [(one.value, label(one)) for one in SkipReason]
        return self


class OnBehalfForm(SeenForm):
    """Why the counsellor approves in the candidate's place. The version is that of the text they went through."""

    reason = RadioField(
        _l("Hvorfor godkjenner ikke kandidaten selv?"),
        coerce=OnBehalfReason,
        validators=[Required(_l("Velg en grunn."))],
    )

    def offer(self) -> "OnBehalfForm":
        """Offer the reasons."""
        self.reason.choices = [(one.value, label(one)) for one in OnBehalfReason]
        return self


class UndoForm(SeenForm):
    """Why the start was a mistake. The version is that of the start that was read."""

    reason = RadioField(_l("Hva var feil?"), coerce=UndoReason, validators=[Required(_l("Velg en grunn."))])

    def offer(self, *, has_ended: bool) -> "UndoForm":
        """Offer the reasons. What has ended is called off, and no other day can be confirmed: the job was real."""
        offered = [one for one in UndoReason if not (has_ended and one is UndoReason.WRONG_DAY)]
        self.reason.choices = [(one.value, label(one)) for one in offered]
        return self


class EndForm(Form):
    """The last day, and why."""

    ended_on = DateField(_l("Siste dag"), validators=[Required(DATE_HINT)])
    reason = RadioField(
        _l("Hva er grunnen?"), coerce=EndReason, validators=[Required(_l("Velg den grunnen som passer best."))]
    )

    def offer(self) -> "EndForm":
        """Offer the reasons."""
        self.reason.choices = [(one.value, label(one)) for one in EndReason]
        return self
