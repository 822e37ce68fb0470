"""The forms of proposing a place and of answering."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField

from app.kernel.forms.base import SeenForm
from app.kernel.forms.fields import OneOf, TextAreaField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Optional, Required
from app.kernel.writing import TextsForm
from app.words.filters import label
from matching.disclosures.sharing import shareable
from matching.records.tables.candidate import Candidate
from matching.records.tables.proposal import MOST_NOTE_LETTERS
from matching.records.types import NoReason, OnBehalfReason, SharedItem

NO_THANKS = ("no", _l("Nei takk"))


class ProposeForm(TextsForm, CreateForm):
    """A few words to the candidate, and why, when something speaks against."""

    note = TextAreaField(
        _l("Hilsen til kandidaten"),
        description=_l("Hvorfor du tenkte på denne plassen. Skriv slik du snakker."),
        validators=[AtMost(MOST_NOTE_LETTERS)],
    )
    override_reason = TextAreaField(
        _l("Hvorfor foreslår du den likevel?"),
        description=_l(
            "Blir lagret i loggen. Kandidaten kan lese det der, arbeidsgiveren ser det ikke. Skriv ikke om helse."
        ),
        validators=[AtMost(600)],
    )


class YesForm(SeenForm):
    """What the employer gets to know beside the first name; nothing is ticked beforehand (GDPR article 25)."""

    shared = SelectMultipleField(_l("Dette kan de også få vite"), validators=[Optional()])
    adaptations = SelectMultipleField(_l("Dette må tilpasses for meg"), validators=[Optional()])

    def offer(self, candidate: Candidate) -> "YesForm":
        """Offer what there is to share of this person."""
        extra = [item for item in shareable(candidate) if item not in (SharedItem.FIRST_NAME, SharedItem.ADAPTATIONS)]
        values = {SharedItem.PHONE: candidate.phone, SharedItem.EMAIL: candidate.email}
        self.shared.choices = [(item.value, f"{label(item)}: {values[item]}") for item in extra]
        self.adaptations.choices = [(str(need), label(need)) for need in candidate.adaptations or []]
        return self

    def items(self) -> set[SharedItem]:
        """What is to be shared beside the first name; what was not offered is left out."""
        chosen = {SharedItem(code) for code in self.shared.data or [] if code in _offered(self.shared)}
        return chosen | ({SharedItem.ADAPTATIONS} if self.needs() else set())

    def needs(self) -> set[str]:
        """The adaptations to be shared; what was not offered is left out."""
        return _offered(self.adaptations).intersection(self.adaptations.data or [])


class NoForm(SeenForm):
    """A no, and a reason for those who want to give one."""

    reason = RadioField(_l("Vil du si hvorfor?"), validators=[Optional()])

    def offer(self) -> "NoForm":
        """Offer the reasons; nobody has to choose one."""
        self.reason.choices = [(one.value, label(one)) for one in NoReason]
        return self

    def chosen(self) -> NoReason | None:
        """The reason, if there is one."""
        return NoReason(self.reason.data) if self.reason.data else None


class OnBehalfForm(YesForm):
    """What the candidate has said to the counsellor, and why they do not answer themselves."""

    answer = OneOf(
        _l("Hva har kandidaten sagt til deg?"),
        choices=[("yes", _l("Ja, arbeidsgiveren kan få vite hvem jeg er")), NO_THANKS],
        validators=[Required(_l("Velg ja eller nei."))],
    )
    behalf = OneOf(_l("Hvorfor svarer ikke kandidaten selv?"), validators=[Required(_l("Velg en grunn."))])

    def offer(self, candidate: Candidate) -> "OnBehalfForm":
        """Offer what there is to share, and the reasons."""
        super().offer(candidate)
        self.behalf.choices = [(one.value, label(one)) for one in OnBehalfReason]
        return self

    def leave_out_yes(self) -> None:
        """A yes would not be taken now: then nothing of what belongs to it is asked."""
        self.answer.choices = [NO_THANKS]
        self.shared.choices = self.adaptations.choices = []


def _offered(field: SelectMultipleField) -> set[str]:
    """The values that the form offers."""
    return {str(value) for value, *_ in field.iter_choices()}
