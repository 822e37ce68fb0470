"""What a certificate is worth and what it stands for, in plain words for everyone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from app.words.filters import months_in_words, written_date
from app.words.numbers import NUMBERS
from certification.certificates import validity
from certification.certificates.models import Certificate
from certification.certificates.types import CertificateEventKind, CertificateStatus
from certification.certificates.validity import STATUSES_THAT_COUNT
from certification.criteria.types import LevelId

TONES: dict[CertificateStatus, str] = {
    CertificateStatus.NOT_YET_VALID: "info",
    CertificateStatus.VALID: "success",
    CertificateStatus.EXPIRES_SOON: "success",
    CertificateStatus.ANNUAL_REPORT_OVERDUE: "warning",
    CertificateStatus.SUSPENDED: "warning",
    CertificateStatus.EXPIRED: "neutral",
    CertificateStatus.REPLACED: "neutral",
    CertificateStatus.WITHDRAWN: "danger",
}
MEANINGS: dict[LevelId, LazyString] = {
    LevelId.UNDERVEIS: _l("Virksomheten har bestemt seg for å ta imot unge, og er i gang."),
    LevelId.INKLUDERENDE: _l(
        "Virksomheten åpner dører for unge mellom %(youngest)s og %(oldest)s år, følger dem opp og legger arbeidet "
        "til rette for dem.",
        youngest=NUMBERS.youngest_candidate,
        oldest=NUMBERS.oldest_candidate,
    ),
    LevelId.PADRIVER: _l(
        "Virksomheten åpner dører for unge mellom %(youngest)s og %(oldest)s år og viser at det varer. "
        "Unge er med og former arbeidet, og virksomheten hjelper andre i gang.",
        youngest=NUMBERS.youngest_candidate,
        oldest=NUMBERS.oldest_candidate,
    ),
}


@dataclass(frozen=True)
class CertificateWords:
    """How a certificate stands on a day: the state, its tone, one sentence, and whether it counts."""

    status: CertificateStatus
    tone: str
    sentence: str
    counts: bool


def words_of(certificate: Certificate, on: date) -> CertificateWords:
    """What to tell anybody about a certificate on a day. Why it was suspended or withdrawn is never told here."""
    status = certificate.status_on(on)
    return CertificateWords(status, TONES[status], SENTENCES[status](certificate), status in STATUSES_THAT_COUNT)


def _until(certificate: Certificate) -> str:
    return written_date(certificate.valid_until)


def _day_of(certificate: Certificate, kind: CertificateEventKind) -> str:
    return written_date(next((one.occurred_on for one in reversed(certificate.events) if one.kind is kind), None))


SENTENCES: dict[CertificateStatus, Callable[[Certificate], str]] = {
    CertificateStatus.NOT_YET_VALID: lambda one: _(
        "Sertifikatet gjelder fra %(day)s.", day=written_date(one.valid_from)
    ),
    CertificateStatus.VALID: lambda one: _("Sertifikatet gjelder til og med %(day)s.", day=_until(one)),
    CertificateStatus.EXPIRES_SOON: lambda one: _(
        "Sertifikatet gjelder til og med %(day)s, om mindre enn %(time)s.",
        day=_until(one),
        time=months_in_words(validity.EXPIRES_SOON_MONTHS),
    ),
    CertificateStatus.ANNUAL_REPORT_OVERDUE: lambda one: _(
        "Sertifikatet gjelder til og med %(day)s. Årsrapporten er ikke levert i tide.", day=_until(one)
    ),
    CertificateStatus.SUSPENDED: lambda one: _(
        "Sertifikatet er satt på vent fra %(day)s og gjelder ikke nå.",
        day=_day_of(one, CertificateEventKind.SUSPENDED),
    ),
    CertificateStatus.EXPIRED: lambda one: _("Sertifikatet gjaldt til og med %(day)s og er gått ut.", day=_until(one)),
    CertificateStatus.REPLACED: lambda one: _(
        "Sertifikatet ble erstattet av et nyere %(day)s.", day=_day_of(one, CertificateEventKind.REPLACED)
    ),
    CertificateStatus.WITHDRAWN: lambda one: _(
        "Sertifikatet ble trukket tilbake %(day)s og gjelder ikke lenger.",
        day=_day_of(one, CertificateEventKind.WITHDRAWN),
    ),
}
