"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from register.roles.types import Role, RoleProposalState

LABELS: Labels = {
    Role: {
        Role.LEADER: _l("Leder"),
        Role.EMPLOYEE: _l("Medarbeider"),
        Role.CANDIDATE: _l("Kandidat"),
        Role.COUNSELLOR: _l("Veileder"),
        Role.OFFICE_LEADER: _l("Kontorleder"),
        Role.CERTIFIER: _l("Sertifisør"),
        Role.PROGRAMME_LEAD: _l("Programleder"),
        Role.ANALYST: _l("Analytiker"),
        Role.COUNCIL: _l("Fagråd"),
        Role.ADMINISTRATOR: _l("Administrator"),
    },
    RoleProposalState: {
        RoleProposalState.PROPOSED: _l("Venter på en administrator til"),
        RoleProposalState.OFFERED: _l("Venter på svar fra personen"),
        RoleProposalState.ACCEPTED: _l("Tatt imot"),
        RoleProposalState.DECLINED: _l("Takket nei"),
        RoleProposalState.REFUSED: _l("Avslått"),
        RoleProposalState.WITHDRAWN: _l("Trukket"),
        RoleProposalState.LAPSED: _l("Fristen er ute"),
    },
}
