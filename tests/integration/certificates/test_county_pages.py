"""The county's certificates: found by status, and changed with a reason by those who may."""

import uuid
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from certification.certificates.types import CertificateStatus
from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.register import employee_of, leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

TODAY = NOON.date()


@pytest.fixture
def lead(session: Session, browser: PageClient) -> PageClient:
    """A browser in which the programme lead is signed in."""
    return browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD, "Pia Programleder"))


def test_a_certificate_is_suspended_reinstated_and_withdrawn_with_reasons(session: Session, lead: PageClient) -> None:
    found = certificate_of(session, verified_organisation(session))
    here = f"/fylket/sertifikater/{found.id}"
    lead.get(f"{here}/sett-pa-vent")
    lead.submit({"reason": " "}, button="Sett på vent")
    assert "Skriv en begrunnelse" in lead.text
    lead.submit({"reason": "Vi undersøker en melding."}, button="Sett på vent")
    assert lead.address == here
    assert "Pia Programleder: Vi undersøker en melding." in lead.text
    assert found.status_on(TODAY) is CertificateStatus.SUSPENDED
    lead.get(f"{here}/gjelder-igjen")
    lead.submit({"reason": "Alt er i orden."}, button="La det gjelde igjen")
    assert found.status_on(TODAY) is CertificateStatus.VALID
    lead.get(f"{here}/trekk-tilbake")
    lead.submit({"reason": "Virksomheten er lagt ned."}, button="Trekk tilbake")
    assert found.status_on(TODAY) is CertificateStatus.WITHDRAWN
    assert "Gjør noe med sertifikatet" not in lead.text
    lead.get(f"/fylket/virksomheter/{found.organisation.orgnr}")
    assert "Sertifikatet ble trukket tilbake" in lead.text


def test_what_another_has_done_meanwhile_is_told_and_the_typed_reason_kept(
    session: Session, lead: PageClient, open_browser: Callable[[], PageClient]
) -> None:
    found = certificate_of(session, verified_organisation(session))
    lead.get(f"/fylket/sertifikater/{found.id}/sett-pa-vent")
    other = open_browser().sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    other.get(f"/fylket/sertifikater/{found.id}/trekk-tilbake")
    other.submit({"reason": "Lagt ned."}, button="Trekk tilbake")
    lead.submit({"reason": "Vi undersøker en melding."}, button="Sett på vent")
    assert "Sertifikatet er endret siden du åpnet siden" in lead.text
    assert "Vi undersøker en melding." in lead.text
    assert [event.kind.value for event in found.events] == ["withdrawn"]


def test_the_list_is_narrowed_by_status_and_name(session: Session, lead: PageClient) -> None:
    lead.get("/fylket/sertifikater")
    assert "Ingen sertifikater ennå" in lead.text
    valid = certificate_of(session, verified_organisation(session, name="Gyldig Gård AS"))
    certificate_of(session, verified_organisation(session, name="Gammel Gård AS"), today=TODAY.replace(year=2020))
    lead.get("/fylket/sertifikater")
    assert "2 sertifikater" in lead.text
    lead.submit({"status": "expired"}, button="Vis treff")
    assert "Gammel Gård AS" in lead.text
    assert "Gyldig Gård AS" not in lead.text
    lead.get(f"/fylket/sertifikater?q={valid.organisation.orgnr}&status=tull")
    assert "Gyldig Gård AS" in lead.text
    assert "1 sertifikat" in lead.text


def test_an_annual_report_is_noted_when_it_is_time(session: Session, lead: PageClient, clock: StoppedClock) -> None:
    found = certificate_of(session, verified_organisation(session))
    lead.get(f"/fylket/sertifikater/{found.id}")
    assert "Årsrapporten er mottatt" not in lead.text
    lead.post(f"/fylket/sertifikater/{found.id}/arsrapport")
    assert "Det ventes ingen årsrapport nå." in lead.text
    clock.forward(days=370)
    lead.sign_in(person_with_role(session, Role.PROGRAMME_LEAD, now=clock.now()))
    lead.get(f"/fylket/sertifikater/{found.id}")
    assert "årsrapport mangler" in lead.text
    lead.submit(button="Årsrapporten er mottatt")
    assert "årsrapport mangler" not in lead.text


def test_the_council_reads_and_only_the_programme_lead_acts(session: Session, browser: PageClient) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    browser.sign_in(person_with_role(session, Role.COUNCIL))
    browser.get(f"/fylket/sertifikater/{found.id}")
    assert "Trekk tilbake" not in browser.text
    browser.get(f"/fylket/sertifikater/{found.id}/trekk-tilbake", status=403)
    browser.post(f"/fylket/sertifikater/{found.id}/trekk-tilbake", {"reason": "x"}, status=403)
    browser.sign_in(leader_of(session, organisation))
    browser.get("/fylket/sertifikater", status=403)
    assert found.events == []


def test_an_unknown_certificate_is_not_found(lead: PageClient) -> None:
    for ending in ("", "/sett-pa-vent", "/gjelder-igjen", "/trekk-tilbake"):
        lead.get(f"/fylket/sertifikater/{uuid.uuid4()}{ending}", status=404)


def test_the_employer_sees_its_certificate_and_only_leaders_read_the_reason(
    session: Session, lead: PageClient, open_browser: Callable[[], PageClient]
) -> None:
    organisation = verified_organisation(session)
    ours = open_browser().sign_in(leader_of(session, organisation))
    here = f"/arbeidsgiver/{organisation.orgnr}/sertifikat"
    ours.get(here)
    assert "Dere er ikke sertifisert ennå" in ours.text
    found = certificate_of(session, organisation)
    ours.get(here)
    assert found.code in ours.text
    assert "Senest 23. november 2027" in ours.text
    assert ours.page.select_one(f'a[href="/s/{found.code}/sertifikat.pdf"]') is not None
    ours.get(f"/arbeidsgiver/{organisation.orgnr}/")
    assert "Sertifikatet gjelder til og med 23. november 2029." in ours.text
    lead.get(f"/fylket/sertifikater/{found.id}/sett-pa-vent")
    lead.submit({"reason": "Vi undersøker en melding."}, button="Sett på vent")
    ours.get(here)
    assert "Vi undersøker en melding." in ours.text
    colleague = open_browser().sign_in(employee_of(session, organisation))
    colleague.get(here)
    assert "Satt på vent" in colleague.text
    assert "Vi undersøker en melding." not in colleague.response.text
    stranger = open_browser().sign_in(leader_of(session, verified_organisation(session)))
    stranger.get(here, status=404)
