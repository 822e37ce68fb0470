"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Sentence, say
from certification.certificates.errors import CertificateNotValid, ReportNotDue

REFUSALS: dict[type[Exception], Sentence] = {
    CertificateNotValid: say(
        _l("Sertifikatet er endret siden du åpnet siden. Last siden på nytt og se hvordan det står.")
    ),
    ReportNotDue: say(_l("Det ventes ingen årsrapport nå.")),
}

PROMISES: dict[str, LazyString | None] = {
    # Drawn at random.
    "certificate_code_unique": None,
    # The service holds the employer while it looks and writes.
    "a_certificate_ends_once": None,
    "certificate_assessment_id_unique": None,
    "events_of_a_certificate_are_numbered": None,
}
