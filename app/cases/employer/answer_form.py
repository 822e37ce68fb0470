"""The form of the employer's answer to one criterion."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from app.cases.criterion.forms import CriterionForm
from app.cases.criterion.view import CriterionView
from app.kernel.forms.fields import IntegerField, TextAreaField
from app.kernel.forms.validators import AtMost, Between, Optional
from app.words.filters import label
from certification.cases.answers import Claim, claim_of
from certification.cases.tables.answer import Answer
from certification.criteria.types import AnswerValue

LARGEST_FIGURE = 1_000_000


class AnswerForm(CriterionForm):
    """The claim, a figure where one is asked for, and a note."""

    value = RadioField(_l("Hvordan er det hos dere?"), validate_choice=False)
    figure_count = IntegerField(
        validators=[Optional(), Between(0, LARGEST_FIGURE, _l("Skriv et helt tall, for eksempel 12."))]
    )
    figure_out_of = IntegerField(
        validators=[Optional(), Between(0, LARGEST_FIGURE, _l("Skriv et helt tall, for eksempel 12."))]
    )
    note = TextAreaField(_l("Beskriv kort"), validators=[AtMost(4000)])

    def __init__(self, view: CriterionView, **options: Any) -> None:
        super().__init__(view, **options)
        self.value.choices = [
            (value.value, label(value))
            for value in AnswerValue
            if view.may_be_not_applicable or value is not AnswerValue.NOT_APPLICABLE
        ]
        self.value.flags.required = True
        self.figure_count.label.text = view.count_label
        self.figure_out_of.label.text = view.base_label
        self.figure_count.flags.required = self.figure_out_of.flags.required = bool(view.threshold)
        if not self.is_submitted():
            self._show(view.answer)

    @property
    def said(self) -> Claim:
        """The claim."""
        value = AnswerValue(self.value.data) if self.value.data in set(AnswerValue) else None
        return Claim(value, self.note.data or "", self.figure_count.data, self.figure_out_of.data)

    def _show(self, answer: Answer | None) -> None:
        for name, value in shown(answer).items():
            self[name].data = value


def shown(answer: Answer | None) -> dict[str, Any]:
    """What the form shows of an answer."""
    claim = claim_of(answer)
    return {
        "version": answer.version if answer else 0,
        "value": claim.value.value if claim.value else None,
        "note": claim.note,
        "figure_count": claim.figure_count,
        "figure_out_of": claim.figure_out_of,
    }
