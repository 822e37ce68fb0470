"""«Sjekk et sertifikat»: a code or a number, from the front page, is answered by what holds today."""

import pytest
from sqlalchemy.orm import Session

from tests.factories.certificates import certificate_of
from tests.factories.register import verified_organisation
from tests.integration.certificates.test_looking_up import below, ledd_of
from tests.support.client import PageClient


def check(browser: PageClient, typed: str) -> str:
    browser.get("/")
    browser.submit({"nr": typed}, form="form.check-form")
    return browser.text


def test_a_code_leads_to_its_certificate_also_in_small_letters_with_dashes(
    session: Session, browser: PageClient
) -> None:
    found = certificate_of(session, verified_organisation(session, name="Granlia Bakeri AS"))
    check(browser, f" {found.code[:4].lower()}-{found.code[4:].lower()} ")
    assert browser.address == f"/s/{found.code}"


def test_a_number_is_answered_with_how_its_certificate_stands_today(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session, name="Granlia Bakeri AS")
    found = certificate_of(session, employer)
    answer = check(browser, f"NO {employer.orgnr} MVA")
    assert "Granlia Bakeri AS: Gyldig" in answer
    assert browser.page.select_one(f'main a[href="/s/{found.code}"]') is not None


def test_a_legal_entity_is_told_apart_from_its_certified_parts(session: Session, browser: PageClient) -> None:
    municipality = below(verified_organisation(session, name="Lillestrøm kommune"))
    certificate_of(session, ledd_of(session, municipality, "Åsen skole"))
    answer = check(browser, municipality.orgnr)
    assert "er ikke sertifisert, men andre under samme juridiske enhet er det" in answer
    assert "Åsen skole" in answer


def test_who_is_in_plass_without_a_certificate_is_answered_like_who_is_not(
    session: Session, browser: PageClient
) -> None:
    registered = verified_organisation(session, name="Ikke Sertifisert AS").orgnr
    unknown = "923609016"
    answers = [check(browser, number) for number in (registered, unknown)]
    assert "Ikke Sertifisert AS" not in answers[0]
    assert all("Ingen sertifisert virksomhet har dette organisasjonsnummeret." in answer for answer in answers)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12345678", "Nummeret stemmer ikke"),
        ("923609017", "Nummeret stemmer ikke"),
        ("ABCDEFGH", "Vi finner ikke noe sertifikat med denne koden"),
        ("x" * 5000, "Vi finner ikke noe sertifikat med denne koden"),
    ],
)
def test_what_is_neither_is_said_at_the_field_and_kept(browser: PageClient, typed: str, told: str) -> None:
    browser.get("/sjekk", query_string={"nr": typed})
    message = browser.page.select_one("#nr-error, [id^='nr'][id$='error']") or browser.page
    assert told in message.get_text(" ")
    field = browser.page.select_one("input[name=nr]")
    assert field is not None
    assert field["value"] == typed


def test_nothing_typed_is_a_page_with_the_question_alone(browser: PageClient) -> None:
    browser.get("/sjekk?nr=")
    assert browser.page.select("#svar") == []
    assert "Noe må rettes" not in browser.text
