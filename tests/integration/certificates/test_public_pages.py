"""What everybody can see of a certificate: the page of a code, the list, the employer, the lookup."""

import json
from datetime import timedelta

from sqlalchemy.orm import Session

from certification.certificates import life as certificates
from certification.certificates.models import Certificate
from certification.criteria.types import LevelId
from ground.act import Act
from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.register import person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

TODAY = NOON.date()
SECRET_REASON = "Tilsynet fant alvorlige brudd."


def change(session: Session, what: str, certificate: Certificate) -> None:
    officer = person_with_role(session, Role.PROGRAMME_LEAD)
    getattr(certificates, what)(Act(session, officer.id, NOON), certificate_id=certificate.id, reason=SECRET_REASON)


def linked_data(browser: PageClient) -> dict[str, object]:
    block = browser.page.find("script", type="application/ld+json")
    assert block is not None
    return dict(json.loads(block.string or ""))


def test_the_page_of_a_code_tells_everybody_how_it_stands(session: Session, browser: PageClient) -> None:
    organisation = verified_organisation(session, name="Čáhppesjávri Gård & Kafé <AS>", workplaces=2)
    found = certificate_of(session, organisation)
    browser.get(f"/s/{found.code}")
    assert "Čáhppesjávri Gård & Kafé <AS>" in browser.text
    assert "Gyldig" in browser.text
    assert "Inkluderende arbeidsgiver" in browser.text
    assert "23. november 2029" in browser.text
    assert "Utgave 2026.1" in browser.text
    assert "avd 2" in browser.text
    credential = linked_data(browser)["hasCredential"]
    assert credential["inLanguage"] == "nb"
    assert isinstance(credential, dict)
    assert (credential["identifier"], credential["expires"]) == (found.code, "2029-11-23")


def test_a_code_typed_from_paper_leads_to_the_page(session: Session, browser: PageClient) -> None:
    found = certificate_of(session, verified_organisation(session))
    typed = "-".join(found.code[start : start + 4] for start in range(0, 16, 4)).lower()
    browser.get(f"/s/{typed}")
    assert browser.address == f"/s/{found.code}"


def test_an_unknown_code_is_not_found(browser: PageClient) -> None:
    browser.get("/s/BCDFGHJKLMNPQRST", status=404)
    browser.get("/s/BCDFGHJKLMNPQRST/sertifikat.pdf", status=404)


def test_a_withdrawal_is_seen_at_once_on_page_list_and_lookup_and_the_reason_nowhere(
    session: Session, browser: PageClient
) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    lookup = f"/api/v1/sertifikat/{organisation.orgnr}"
    browser.get(lookup)
    assert browser.response.json is not None
    assert (browser.response.json["status"], browser.response.json["counts"]) == ("valid", True)
    change(session, "withdraw", found)
    browser.get(f"/s/{found.code}")
    assert "Trukket tilbake" in browser.text
    assert "gjelder ikke lenger" in browser.text
    assert SECRET_REASON not in browser.response.text
    assert "hasCredential" not in linked_data(browser)
    browser.get("/virksomheter")
    assert organisation.name not in browser.text
    browser.get(lookup)
    assert browser.response.json is not None
    assert (browser.response.json["status"], browser.response.json["counts"]) == ("withdrawn", False)
    assert browser.response.headers["Cache-Control"] == "no-store"


def test_a_suspended_certificate_does_not_count_and_does_not_say_why(session: Session, browser: PageClient) -> None:
    found = certificate_of(session, verified_organisation(session))
    change(session, "suspend", found)
    browser.get(f"/s/{found.code}")
    assert "Satt på vent" in browser.text
    assert SECRET_REASON not in browser.response.text


def test_a_replaced_code_keeps_answering_and_leads_to_the_newer(session: Session, browser: PageClient) -> None:
    organisation = verified_organisation(session)
    old = certificate_of(session, organisation)
    new = certificate_of(session, organisation, level=LevelId.PADRIVER, now=NOON + timedelta(hours=1))
    browser.get(f"/s/{old.code}")
    assert "Erstattet av et nyere" in browser.text
    assert browser.page.select_one(f'main a[href="/s/{new.code}"]') is not None
    browser.get(f"/api/v1/sertifikat/{organisation.orgnr}")
    assert browser.response.json is not None
    assert (browser.response.json["code"], browser.response.json["level"]) == (new.code, "padriver")


def test_an_expired_certificate_says_so_and_is_no_longer_in_the_list(
    session: Session, browser: PageClient, clock: StoppedClock
) -> None:
    organisation = verified_organisation(session)
    found = certificate_of(session, organisation)
    clock.forward(days=3 * 365 + 2)
    browser.get(f"/s/{found.code}")
    assert "gått ut" in browser.text
    browser.get("/virksomheter")
    assert "Ingen er sertifisert ennå" in browser.text


def test_the_lookup_knows_only_those_who_have_had_a_certificate(session: Session, browser: PageClient) -> None:
    applicant = verified_organisation(session)
    browser.get(f"/api/v1/sertifikat/{applicant.orgnr}", status=404)
    applicants_answer = browser.response.data
    browser.get("/api/v1/sertifikat/999999999", status=404)
    assert browser.response.data == applicants_answer
    browser.get("/api/v1/sertifikat/tull", status=422)
    assert browser.response.mimetype == "application/json"


def test_the_list_of_certified_employers_can_be_searched(session: Session, browser: PageClient) -> None:
    aas = verified_organisation(session, name="Ås Gårdsmat AS")
    ski = verified_organisation(session, name="Ski Verksted AS")
    certificate_of(session, aas)
    certificate_of(session, ski, level=LevelId.PADRIVER)
    browser.get("/virksomheter")
    assert "2 virksomheter" in browser.text
    browser.submit({"q": "ÅS G"}, button="Vis treff")
    assert "Ås Gårdsmat AS" in browser.text
    assert "Ski Verksted AS" not in browser.text
    browser.get("/virksomheter?niva=padriver")
    assert "Ski Verksted AS" in browser.text
    assert "Ås Gårdsmat AS" not in browser.text
    browser.get("/virksomheter?niva=underveis&kommune=9999&side=77")
    assert "2 virksomheter" in browser.text
    browser.get("/virksomheter?kommune=3207")
    assert "Ingen treff" in browser.text


def test_an_employer_has_a_page_when_it_is_certified_and_else_is_not_found(
    session: Session, browser: PageClient
) -> None:
    certified, registered = verified_organisation(session), verified_organisation(session)
    found = certificate_of(session, certified)
    browser.get(f"/virksomheter/{certified.orgnr}")
    assert browser.page.select_one(f'main a[href="/s/{found.code}"]') is not None
    assert not [link for link in browser.page.select("header a[href]") if "orgnr=" in str(link["href"])]
    browser.get(f"/virksomheter/{registered.orgnr}", status=404)
    browser.get("/virksomheter/999999999", status=404)
