"""The acts in an organisation that the county reads, in words.

What is not in this table is not shown there: the county never sees identifiable candidates (law-and-facts.md 3.1),
so acts around a candidate stay out.
"""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

EVENT_TEXTS: dict[str, LazyString] = {
    "organisation.registered": _l("Virksomheten ble registrert"),
    "organisation.verified": _l("Enhetsregisteret bekreftet virksomheten"),
    "organisation.refused": _l("Enhetsregisteret viste at virksomheten ikke kan delta"),
    "organisation.county_unit_set": _l("Merket som del av fylkeskommunen"),
    "organisation.county_unit_unset": _l("Ikke lenger merket som del av fylkeskommunen"),
    "workplace.handed_over": _l("Et arbeidssted gikk over til en annen virksomhet"),
    "workplace.taken_over": _l("Et arbeidssted kom fra en annen virksomhet"),
    "authority.requested": _l("Ba om å bli leder"),
    "authority.code_made": _l("Kode i brev ble laget"),
    "authority.confirmed": _l("Fullmakten ble bekreftet"),
    "authority.rejected": _l("Fullmakten ble avslått"),
    "authority.withdrawn": _l("Forespørselen om fullmakt falt bort"),
    "role.given": _l("En rolle ble gitt"),
    "role.taken": _l("En rolle ble tatt bort"),
    "certificate.issued": _l("Sertifikatet ble utstedt"),
    "certificate.replaced": _l("Sertifikatet ble erstattet av et nyere"),
    "certificate.suspended": _l("Sertifikatet ble satt på vent"),
    "certificate.reinstated": _l("Sertifikatet gjelder igjen"),
    "certificate.withdrawn": _l("Sertifikatet ble trukket tilbake"),
    "certificate.annual_report": _l("Årsrapporten ble mottatt"),
}
