"""The certificate as a PDF on A4."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flask import render_template
from flask_babel import ngettext

from app.certificates.words import MEANINGS, words_of
from app.kernel.addresses import full_address
from app.kernel.language import current_language
from app.kernel.pdf import write_pdf
from app.kernel.qr import qr_svg
from app.kernel.translate import _
from certification.certificates.models import Certificate
from certification.criteria.library import content_of
from certification.criteria.types import LevelId

STYLE = Path(__file__).with_name("paper") / "certificate.css"
LONGEST_SHORT_NAME = 34
LONGEST_MIDDLE_NAME = 80
LONGEST_SCOPE = 110
"""So many characters are two lines beside the edition."""


@dataclass(frozen=True)
class CertificateSheet:
    """What the sheet says, in the language of the page."""

    organisation: str
    orgnr: str
    level: LevelId
    level_name: str
    meaning: str
    scope: str
    over: str | None
    edition: str
    code: str
    valid_from: date
    valid_until: date

    @property
    def name_size(self) -> str:
        """How large the name can be set: the sheet is one page however long it is."""
        length = len(self.organisation)
        return "short" if length <= LONGEST_SHORT_NAME else "middle" if length <= LONGEST_MIDDLE_NAME else "long"


def sheet_of(certificate: Certificate, on: date) -> CertificateSheet:
    """Read what the sheet says on a day; `over` is said plainly when the certificate does not count."""
    words = words_of(certificate, on)
    edition = content_of(certificate.assessment.edition)
    organisation = certificate.organisation
    return CertificateSheet(
        organisation=organisation.name,
        orgnr=organisation.orgnr,
        level=certificate.level,
        level_name=edition.level(certificate.level).name.get(current_language()),
        meaning=str(MEANINGS[certificate.level]),
        scope=_scope([one.name for one in organisation.workplaces if one.closed_at is None]),
        over=None if words.counts else words.sentence,
        edition=edition.id,
        code=certificate.code,
        valid_from=certificate.valid_from,
        valid_until=certificate.valid_until,
    )


def certificate_markup(certificate: Certificate, on: date) -> str:
    """The sheet as HTML: everything is read here, so that the transaction can be left before the PDF is made."""
    address = certificate_address(certificate.code)
    qr = qr_svg(address, title=_("QR-kode til siden om sertifikatet"))
    return render_template("certificates/document.html", sheet=sheet_of(certificate, on), address=address, qr=qr)


def certificate_pdf(markup: str) -> bytes:
    """Make the PDF, outside any transaction."""
    return write_pdf(markup, STYLE)


def certificate_address(code: str) -> str:
    """The whole address of the page that tells whether the certificate counts."""
    return full_address("public.certificate", code=code)


def _scope(workplaces: list[str]) -> str:
    """The workplaces by name where there is room, else how many they are."""
    named = ", ".join(workplaces)
    if not workplaces:
        return _("Hele virksomheten")
    if len(named) <= LONGEST_SCOPE:
        return named
    return str(
        ngettext("Hele virksomheten, %(num)s arbeidssted", "Hele virksomheten, %(num)s arbeidssteder", len(workplaces))
    )
