"""The Norwegian names of what a certificate is worth and of what happens in the network."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from certification.certificates.types import CertificateEventKind, CertificateStatus
from certification.network.types import GatheringState, Participation, SignUpRefusal

LABELS: Labels = {
    CertificateStatus: {
        CertificateStatus.NOT_YET_VALID: _l("Gjelder ikke ennå"),
        CertificateStatus.VALID: _l("Gyldig"),
        CertificateStatus.EXPIRES_SOON: _l("Gyldig, går snart ut"),
        CertificateStatus.ANNUAL_REPORT_OVERDUE: _l("Gyldig, årsrapport mangler"),
        CertificateStatus.SUSPENDED: _l("Satt på vent"),
        CertificateStatus.EXPIRED: _l("Gått ut"),
        CertificateStatus.REPLACED: _l("Erstattet av et nyere"),
        CertificateStatus.WITHDRAWN: _l("Trukket tilbake"),
    },
    CertificateEventKind: {
        CertificateEventKind.SUSPENDED: _l("Satt på vent"),
        CertificateEventKind.REINSTATED: _l("Gjelder igjen"),
        CertificateEventKind.WITHDRAWN: _l("Trukket tilbake"),
        CertificateEventKind.REPLACED: _l("Erstattet av et nyere sertifikat"),
        CertificateEventKind.ANNUAL_REPORT: _l("Årsrapporten er mottatt"),
    },
    Participation: {
        Participation.MEMBER: _l("Medlem"),
        Participation.GUEST: _l("Gjest"),
    },
    GatheringState: {
        GatheringState.DRAFT: _l("Utkast"),
        GatheringState.UPCOMING: _l("Åpen for påmelding"),
        GatheringState.BEGUN: _l("I gang nå"),
        GatheringState.OVER: _l("Avholdt"),
        GatheringState.CANCELLED: _l("Avlyst"),
    },
    SignUpRefusal: {
        SignUpRefusal.OUTSIDE_NETWORK: _l(
            "Samlingene er for sertifiserte virksomheter og for dem som har en sak i gang."
        ),
        SignUpRefusal.NOT_OPEN: _l("Det går ikke an å melde seg på denne samlingen nå."),
        SignUpRefusal.FULL: _l("Samlingen er full."),
    },
}
