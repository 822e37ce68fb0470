"""The Norwegian names of all states, roles and choices: the one table from enum to words."""

from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.labels.candidates import CANDIDATE_LABELS
from app.labels.certificates import CERTIFICATE_LABELS
from app.labels.certification import CERTIFICATION_LABELS
from app.labels.openings import OPENING_LABELS
from app.labels.placements import PLACEMENT_LABELS
from ground.texts import Locale
from register.organisations.types import RefusalReason, Sector, Verification
from register.roles.types import AuthorityMethod, AuthorityState, Role

# Grouped by enum: StrEnums of different kinds with the same value are equal, and one flat table would mix them.

LABELS: dict[type[StrEnum], dict[StrEnum, LazyString]] = {
    **CERTIFICATION_LABELS,
    **CERTIFICATE_LABELS,
    **OPENING_LABELS,
    **CANDIDATE_LABELS,
    **PLACEMENT_LABELS,
    Role: {
        Role.LEADER: _l("Leder"),
        Role.EMPLOYEE: _l("Medarbeider"),
        Role.CANDIDATE: _l("Kandidat"),
        Role.COUNSELLOR: _l("Veileder"),
        Role.CERTIFIER: _l("Sertifisør"),
        Role.PROGRAMME_LEAD: _l("Programleder"),
        Role.ANALYST: _l("Analytiker"),
        Role.COUNCIL: _l("Fagråd"),
        Role.ADMINISTRATOR: _l("Administrator"),
    },
    Verification: {
        Verification.UNVERIFIED: _l("Venter på Enhetsregisteret"),
        Verification.VERIFIED: _l("Bekreftet i Enhetsregisteret"),
        Verification.REFUSED: _l("Kan ikke delta"),
    },
    RefusalReason: {
        RefusalReason.BANKRUPT: _l("Virksomheten er meldt konkurs i Enhetsregisteret og kan ikke registreres."),
        RefusalReason.WINDING_UP: _l("Virksomheten er under avvikling i Enhetsregisteret og kan ikke registreres."),
        RefusalReason.DELETED: _l("Virksomheten er slettet i Enhetsregisteret."),
        RefusalReason.NOT_FOUND: _l("Enhetsregisteret har ingen virksomhet med dette nummeret."),
        RefusalReason.IS_WORKPLACE: _l(
            "Dette er nummeret til en underenhet. Bruk nummeret til hovedenheten, så henter vi arbeidsstedene."
        ),
    },
    AuthorityMethod: {
        AuthorityMethod.OFFICER: _l("Bekreftet av fylkeskommunen"),
        AuthorityMethod.POSTED_CODE: _l("Kode i brev"),
    },
    AuthorityState: {
        AuthorityState.OPEN: _l("Venter på bekreftelse"),
        AuthorityState.CODE_SENT: _l("Kode sendt i brev"),
        AuthorityState.CONFIRMED: _l("Bekreftet"),
        AuthorityState.REJECTED: _l("Avslått"),
        AuthorityState.WITHDRAWN: _l("Trukket"),
    },
    Sector: {
        Sector.PRIVATE: _l("Privat"),
        Sector.PUBLIC: _l("Offentlig"),
        Sector.NONPROFIT: _l("Ideell"),
    },
    Locale: {
        Locale.BOKMAAL: _l("Bokmål"),
        Locale.NYNORSK: _l("Nynorsk"),
        Locale.ENGLISH: _l("Engelsk"),
    },
}


def label(value: str) -> LazyString | str:
    """The words for a value; one of an enum that has none is a mistake that a test finds.

    A plain word is one that the database keeps and this version does not know: it is shown as it stands.
    """
    return LABELS[type(value)][value] if isinstance(value, StrEnum) else value
