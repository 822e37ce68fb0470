"""Forms on one candidate's pages: who coordinates, and proposing a place."""

import uuid

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField

from app.kernel.forms.base import Form
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Required
from matching.records.tables.proposal import MOST_NOTE_LETTERS


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


class ProposeForm(CreateForm):
    """A few words to the candidate, and why, when something speaks against."""

    note = TextAreaField(
        _l("Hilsen til kandidaten"),
        description=_l("Hvorfor du tenkte på denne plassen. Skriv slik du snakker."),
        validators=[AtMost(MOST_NOTE_LETTERS, _l("Hilsenen er for lang."))],
    )
    override_reason = TextAreaField(
        _l("Hvorfor foreslår du den likevel?"),
        description=_l("Blir lagret i loggen. Kandidaten og arbeidsgiveren ser det ikke. Skriv ikke om helse."),
        validators=[AtMost(600, _l("Begrunnelsen er for lang."))],
    )
