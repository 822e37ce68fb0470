"""Who may use the county's pages for certificates and gatherings."""

from app.access.rules import Access, with_role
from app.county.certificate_relations import certificate, gathering
from register.roles.types import Role

CERTIFICATE_ACCESS: dict[str, Access] = {
    "county.certificates": with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="know every certificate there has been"
    ),
    "county.certificate": with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="see what has happened to a certificate", relation=certificate
    ),
    "county.certificate_suspend": with_role(Role.PROGRAMME_LEAD, purpose="suspend a certificate", relation=certificate),
    "county.certificate_reinstate": with_role(
        Role.PROGRAMME_LEAD, purpose="let a suspended certificate count again", relation=certificate
    ),
    "county.certificate_withdraw": with_role(
        Role.PROGRAMME_LEAD, purpose="withdraw a certificate", relation=certificate
    ),
    "county.certificate_report": with_role(
        Role.PROGRAMME_LEAD, purpose="note that an annual report has come", relation=certificate
    ),
    "county.gatherings": with_role(Role.PROGRAMME_LEAD, purpose="plan the network's gatherings"),
    "county.gathering_new": with_role(Role.PROGRAMME_LEAD, purpose="plan a gathering"),
    "county.gathering": with_role(
        Role.PROGRAMME_LEAD, purpose="see a gathering and who comes to it", relation=gathering
    ),
    "county.gathering_edit": with_role(Role.PROGRAMME_LEAD, purpose="change a gathering", relation=gathering),
    "county.gathering_publish": with_role(Role.PROGRAMME_LEAD, purpose="open a gathering", relation=gathering),
    "county.gathering_cancel": with_role(Role.PROGRAMME_LEAD, purpose="call a gathering off", relation=gathering),
    "county.gathering_attendance": with_role(
        Role.PROGRAMME_LEAD, purpose="record who came to a gathering", relation=gathering
    ),
}
