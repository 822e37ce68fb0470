"""The certifier's forms: impartiality, findings, sending back, recommending."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField

from app.cases.criterion.forms import CriterionForm
from app.cases.criterion.view import CriterionView
from app.kernel.forms.base import Form
from app.kernel.forms.fields import DateField, TextAreaField
from app.kernel.forms.validators import AtMost, Optional, Required
from app.kernel.writing import TextsForm
from app.words.filters import label
from certification.cases.findings import Found, found_of
from certification.cases.rules.decision_facts import DecisionVerdict
from certification.cases.tables.review import Finding
from certification.cases.types import DecisionOutcome
from certification.criteria.types import FindingValue

ORDER = (
    FindingValue.NOT_SEEN,
    FindingValue.APPROVED,
    FindingValue.GOOD_PRACTICE,
    FindingValue.OBSERVATION,
    FindingValue.IMPROVEMENT,
    FindingValue.MINOR,
    FindingValue.MAJOR,
)


class DeclareForm(Form):
    """The certifier's own word."""

    impartial = BooleanField(
        _l("Jeg er habil: jeg har ikke gitt virksomheten råd, og verken jeg eller noen nær meg er knyttet til den."),
        validators=[Required(_l("Du må erklære deg habil for å se saken. Er du ikke det, gir du den fra deg."))],
    )


class DeclineForm(Form):
    """Why the certifier cannot take the case."""

    reason = TextAreaField(
        _l("Hvorfor gir du saken fra deg?"),
        validators=[
            Required(_l("Skriv kort hvorfor. Fylkeskommunen velger en annen.")),
            AtMost(1000),
        ],
    )


class FindingForm(CriterionForm):
    """The finding on one criterion. One that was made before the answer changed must be made anew."""

    value = RadioField(_l("Funn"), choices=[], validate_choice=False)
    note = TextAreaField(_l("Merknad til virksomheten"), validators=[AtMost(4000)])
    explanation_accepted = BooleanField(_l("Jeg godtar forklaringen eller planen"))
    milestone = DateField(_l("Må være rettet innen"), validators=[Optional()])

    def __init__(self, view: CriterionView, finding: Finding | None, *, outdated: bool, **options: Any) -> None:
        super().__init__(view, **options)
        self.finding = finding
        self.outdated = outdated
        self.value.choices = [(value.value, label(value)) for value in ORDER]
        self.value.flags.required = True
        if not self.is_submitted():
            self._show()

    @property
    def said(self) -> Found:
        """The finding."""
        value = FindingValue(self.value.data) if self.value.data in set(FindingValue) else FindingValue.NOT_SEEN
        milestone = self.milestone.data if value is FindingValue.MINOR else None
        return Found(value, self.note.data or "", bool(self.explanation_accepted.data), milestone)

    def _show(self) -> None:
        for name, value in shown(self.finding, outdated=self.outdated).items():
            self[name].data = value


def shown(finding: Finding | None, *, outdated: bool = False) -> dict[str, Any]:
    """What the form shows of a finding; of an outdated one only the note."""
    found = found_of(finding)
    found = Found(note=found.note) if outdated else found
    return {
        "version": finding.version if finding else 0,
        "value": found.value.value,
        "note": found.note,
        "explanation_accepted": found.explanation_accepted,
        "milestone": found.milestone,
    }


class SendBackForm(TextsForm):
    """What the employer must do, and by when."""

    message = TextAreaField(
        _l("Hva må rettes?"),
        validators=[
            Required(_l("Skriv hva virksomheten må rette.")),
            AtMost(4000),
        ],
    )
    due_on = DateField(_l("Frist"), validators=[Required(_l("Skriv en frist, for eksempel 24.12.2026."))])


class RecommendForm(TextsForm):
    """What the certifier recommends, and why."""

    outcome = RadioField(_l("Innstilling"), validators=[Required(_l("Velg en innstilling."))])
    text = TextAreaField(
        _l("Begrunnelse"),
        validators=[
            Required(_l("Skriv en begrunnelse.")),
            AtMost(4000),
        ],
    )

    def use(self, verdict: DecisionVerdict) -> None:
        """Offer what the rule allows."""
        self.outcome.choices = [(outcome.value, label(outcome)) for outcome in DecisionOutcome if verdict.may(outcome)]
