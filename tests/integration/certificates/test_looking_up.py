"""A buyer has a number of any level: of the legal entity, of a ledd, of a workplace. Each is answered truly."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from register.organisations.models import Organisation
from tests.factories.certificates import certificate_of
from tests.factories.register import verified_organisation
from tests.support.client import PageClient


@pytest.fixture
def municipality(session: Session) -> Organisation:
    return below(verified_organisation(session, name="Lillestrøm kommune"))


def below(employer: Organisation, legal: Organisation | None = None) -> Organisation:
    employer.legal_orgnr = (legal or employer).orgnr
    return employer


def ledd_of(session: Session, legal: Organisation, name: str) -> Organisation:
    return below(verified_organisation(session, name=name, workplaces=1), legal)


def look_up(browser: PageClient, orgnr: str, status: int = 200) -> dict[str, Any]:
    browser.get(f"/api/v1/sertifikat/{orgnr}", status=status)
    answer = browser.response.json
    assert answer is not None
    assert browser.response.headers["Content-Language"] == "nb"
    return dict(answer)


def names(answer: dict[str, Any]) -> list[str]:
    return [one["name"] for one in answer["others_of_legal_entity"]]


def test_a_municipality_whose_schools_are_certified_is_not_certified_itself(
    session: Session, browser: PageClient, municipality: Organisation
) -> None:
    for name in ("Åsen skole", "Bråtejordet skole"):
        certificate_of(session, ledd_of(session, municipality, name))
    answer = look_up(browser, municipality.orgnr, 404)
    assert (answer["code"], names(answer)) == ("not_certified", ["Bråtejordet skole", "Åsen skole"])
    assert "andre under samme juridiske enhet" in answer["error"]


def test_a_certificate_of_a_ledd_says_whose_it_is_and_who_else_of_the_legal_entity_has_one(
    session: Session, browser: PageClient, municipality: Organisation
) -> None:
    school = ledd_of(session, municipality, "Åsen skole")
    certificate_of(session, school)
    certificate_of(session, municipality)
    ledd_of(session, municipality, "Uten sertifikat")
    answer = look_up(browser, school.orgnr)
    assert (answer["name"], answer["legal_entity"]) == ("Åsen skole", municipality.orgnr)
    assert names(answer) == ["Lillestrøm kommune"]
    assert names(look_up(browser, municipality.orgnr)) == ["Åsen skole"]


def test_the_number_of_a_workplace_is_answered_for_its_employer(
    session: Session, browser: PageClient, municipality: Organisation
) -> None:
    school = ledd_of(session, municipality, "Åsen skole")
    certificate_of(session, school)
    [workplace] = school.workplaces
    answer = look_up(browser, workplace.orgnr)
    assert (answer["orgnr"], answer["workplace"]) == (
        school.orgnr, {"orgnr": workplace.orgnr, "name": workplace.name},
    )  # fmt: skip
    assert look_up(browser, school.orgnr)["workplace"] is None


def test_who_has_no_certificate_is_answered_as_one_nobody_knows_whoever_is_certified_above(
    session: Session, browser: PageClient, municipality: Organisation
) -> None:
    certificate_of(session, municipality)
    applicant = ledd_of(session, municipality, "Søker skole")
    unknown = look_up(browser, "999999999", 404)
    assert look_up(browser, applicant.orgnr, 404) == unknown
    assert look_up(browser, applicant.workplaces[0].orgnr, 404) == unknown


def test_the_list_finds_all_of_a_legal_entity_by_its_number_and_an_employer_by_its_workplaces(
    session: Session, browser: PageClient, municipality: Organisation
) -> None:
    school = ledd_of(session, municipality, "Åsen skole")
    certificate_of(session, school)
    certificate_of(session, verified_organisation(session, name="En annen AS"))
    for number in (municipality.orgnr, school.workplaces[0].orgnr, school.orgnr):
        browser.get(f"/virksomheter?q={number}")
        assert "Åsen skole" in browser.text
        assert "En annen AS" not in browser.text
