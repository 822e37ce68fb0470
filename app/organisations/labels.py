"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from register.organisations.types import RefusalReason, Sector, Trouble, Verification
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
        RefusalReason.DELETED: _l("Virksomheten er slettet i Enhetsregisteret og kan ikke registreres."),
        RefusalReason.REMOVED: _l(
            "Enhetsregisteret viser ikke lenger virksomheten. Spør Brønnøysundregistrene hvis du mener at det er feil."
        ),
        RefusalReason.SYNTHETIC: _l(
            "Dette er et testnummer, som ingen virkelig virksomhet har. Bruk nummeret som står i Enhetsregisteret."
        ),
        RefusalReason.NOT_FOUND: _l("Enhetsregisteret har ingen virksomhet med dette nummeret. Sjekk sifrene."),
        RefusalReason.IS_WORKPLACE: _l(
            "Dette er nummeret til en underenhet. Bruk nummeret til hovedenheten, så henter vi arbeidsstedene."
        ),
    },
    Trouble: {
        Trouble.SILENT: _l("Enhetsregisteret svarer ikke."),
        Trouble.UNREADABLE: _l("Vi kan ikke lese svaret fra Enhetsregisteret. Vi er varslet om feilen."),
        Trouble.OTHER_NUMBER: _l("Enhetsregisteret svarte om et annet nummer. Vi er varslet om feilen."),
        Trouble.INCOMPLETE: _l(
            "Enhetsregisteret sier ikke om virksomheten er konkurs eller under avvikling. Vi er varslet om feilen."
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
