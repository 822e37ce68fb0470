"""The forms of the county's certificates: the search, and the reason for a change."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import SearchField, TextAreaField
from app.kernel.forms.validators import AtMost, Required
from app.kernel.translate import _
from app.words.filters import label
from certification.certificates.types import CertificateStatus


class CertificateFilters(FilterForm):
    """What the list is narrowed to; asked for with GET."""

    q = SearchField(_l("Virksomhet eller organisasjonsnummer"))
    status = SelectField(_l("Status"), default="")

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.status.choices = [("", _("Alle")), *((one.value, label(one)) for one in CertificateStatus)]

    @property
    def statuses(self) -> tuple[CertificateStatus, ...]:
        """The chosen status; nothing for all and for nonsense."""
        return (CertificateStatus(self.status.data),) if self.status.data in set(CertificateStatus) else ()


class ReasonForm(Form):
    """Why a certificate is changed; the employer's leaders read it, nobody else."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        description=_l("Lederne i virksomheten får lese den. Den vises aldri på den åpne siden."),
        validators=[
            Required(_l("Skriv en begrunnelse. Virksomheten får lese den.")),
            AtMost(2000),
        ],
    )
