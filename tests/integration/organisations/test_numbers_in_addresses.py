"""Every door reads an organisation number as people write it, and says whether it is none or only not certified."""

from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient

SPELLINGS = ("NO {} MVA", "0192:{}", "Org.nr: {}", "\N{ZERO WIDTH SPACE}{}")


def grouped(number: str) -> str:
    return f"{number[:3]} {number[3:6]}-{number[6:]}"


def test_every_address_about_an_employer_calls_its_number_the_same(app: Flask) -> None:
    about_employers = [
        rule
        for rule in app.url_map.iter_rules()
        if {"sertifikat", "virksomheter", "arbeidsgiver"} & set(rule.rule.split("/")) and rule.arguments
    ]
    assert len(about_employers) > 30
    others = {"certificate_id", "criterion_id", "code"}
    assert [rule.rule for rule in about_employers if not rule.arguments & {"orgnr", *others}] == []


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_buyer_is_answered_whatever_the_spelling(session: Session, browser: PageClient, spelling: str) -> None:
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    written = quote(spelling.format(grouped(organisation.orgnr)))
    browser.get(f"/api/v1/sertifikat/{written}")
    answer = browser.response.json
    assert answer is not None
    assert (answer["orgnr"], answer["counts"]) == (organisation.orgnr, True)


def test_a_buyer_is_told_apart_what_is_no_number_and_who_is_not_certified(
    session: Session, browser: PageClient
) -> None:
    applicant = verified_organisation(session)
    browser.get(f"/api/v1/sertifikat/{grouped(applicant.orgnr)}", status=404)
    assert browser.response.json is not None
    assert browser.response.json["code"] == "not_certified"
    browser.get(f"/api/v1/sertifikat/{applicant.orgnr[:-1]}", status=422)
    assert browser.response.json is not None
    assert browser.response.json["code"] == "not_a_number"
    assert "ni sifre" in browser.response.json["error"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_public_page_has_one_address(session: Session, browser: PageClient, spelling: str) -> None:
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    written = quote(spelling.format(grouped(organisation.orgnr)))
    browser.get(f"/virksomheter/{written}?spraak=nb&spraak=en")
    assert browser.address == f"/virksomheter/{organisation.orgnr}?spraak=nb&spraak=en"
    assert organisation.name in browser.text


def test_an_employers_own_pages_and_forms_take_it_too(session: Session, browser: PageClient) -> None:
    organisation = verified_organisation(session)
    browser.sign_in(leader_of(session, organisation)).get(
        f"/arbeidsgiver/{quote(grouped(organisation.orgnr))}/plasser?vis=utkast"
    )
    assert browser.address == f"/arbeidsgiver/{organisation.orgnr}/plasser?vis=utkast"
    browser.post(f"/arbeidsgiver/{quote(grouped(organisation.orgnr))}/arbeidssteder/hent")


def test_a_foreign_employer_answers_as_a_missing_one_whatever_the_spelling(
    session: Session, browser: PageClient
) -> None:
    own, foreign = verified_organisation(session), verified_organisation(session)
    browser.sign_in(leader_of(session, own))
    for number in (foreign.orgnr, "923609016", "tull"):
        browser.get(f"/arbeidsgiver/NO{number}MVA/plasser", status=404)


def test_a_search_tells_what_is_no_number_from_what_finds_nobody(session: Session, browser: PageClient) -> None:
    browser.get("/virksomheter?q=923+609+017")
    assert "Dette er ikke et organisasjonsnummer" in browser.text
    browser.get("/virksomheter?q=923+609+016")
    assert "Ingen treff" in browser.text
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    for page in ("/fylket/virksomheter", "/fylket/saker", "/fylket/sertifikater"):
        browser.get(f"{page}?q=923+609+017")
        assert "Dette er ikke et organisasjonsnummer" in browser.text
