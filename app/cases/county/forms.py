"""The county's forms of a case: search, certifier, decision."""

import uuid
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, SelectField

from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import DateField, SearchField, TextAreaField
from app.kernel.forms.validators import AtMost, Optional, Required
from app.kernel.translate import _
from app.kernel.writing import TextsForm
from app.words.filters import label
from certification.cases.rules.decision_facts import DecisionVerdict
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.criteria.types import LevelId
from register.people.models import User

IMPARTIAL = _l("Jeg er habil: verken jeg eller noen nær meg er knyttet til virksomheten.")
IMPARTIAL_OUTSIDE = _l(
    "Jeg er habil: verken jeg eller noen nær meg er knyttet til virksomheten, og jeg er ikke ansatt i fylkeskommunen."
)


class CaseFilters(FilterForm):
    """What the list is narrowed to; asked for with GET."""

    q = SearchField(_l("Navn eller organisasjonsnummer"))
    status = SelectField(_l("Status"), default="", validate_choice=False)
    niva = SelectField(_l("Nivå"), default="", validate_choice=False)

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.status.choices = [("", _("Alle")), *((one.value, label(one)) for one in AssessmentState)]
        self.niva.choices = [("", _("Alle")), *((one.value, label(one)) for one in LevelId)]

    @property
    def state(self) -> AssessmentState | None:
        """The state asked for."""
        return AssessmentState(self.status.data) if self.status.data in set(AssessmentState) else None

    @property
    def level(self) -> LevelId | None:
        """The level asked for."""
        return LevelId(self.niva.data) if self.niva.data in set(LevelId) else None


class AssignForm(Form):
    """Which certifier gets the case."""

    certifier = RadioField(_l("Sertifisør"), validators=[Required(_l("Velg en sertifisør."))])

    def use(self, people: list[User]) -> None:
        """Offer those who have no tie to the employer."""
        self.certifier.choices = [(str(user.id), user.display_name) for user in people]


class ReasonForm(Form):
    """A reason that is logged."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        validators=[
            Required(_l("Skriv en begrunnelse. Den blir lagret i saken.")),
            AtMost(2000),
        ],
    )


class ReleaseForm(ReasonForm):
    """Why a case is taken from its certifier, and the assignment that the page showed."""

    seen = HiddenField()

    @property
    def seen_id(self) -> uuid.UUID | None:
        """The assignment; None when the page showed none, or the hidden field was tampered with."""
        try:
            return uuid.UUID(self.seen.data or "")
        except ValueError:
            return None


class ImpartialForm(Form):
    """The decider's own word."""

    impartial = BooleanField(IMPARTIAL, validators=[Required(_l("Du må erklære deg habil for å beslutte."))])

    def use_organisation(self, *, belongs_to_county: bool) -> None:
        """For the county's own units the word is a larger one."""
        if belongs_to_county:
            self.impartial.label.text = IMPARTIAL_OUTSIDE


class ProposeForm(TextsForm, ImpartialForm):
    """The proposal of a decision."""

    outcome = RadioField(_l("Vedtak"), validators=[Required(_l("Velg et vedtak."))])
    reasons = TextAreaField(
        _l("Begrunnelse til virksomheten"),
        validators=[
            Required(_l("Skriv begrunnelsen. Virksomheten får lese den.")),
            AtMost(4000),
        ],
    )
    due_on = DateField(_l("Frist ved utsettelse"), validators=[Optional()])

    def use(self, verdict: DecisionVerdict) -> None:
        """Offer what the rule allows."""
        self.outcome.choices = [(outcome.value, label(outcome)) for outcome in DecisionOutcome if verdict.may(outcome)]
