"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from register.organisations.types import RefusalReason, Sector, Verification
from register.roles.types import AuthorityMethod, AuthorityState

LABELS: Labels = {
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
}
