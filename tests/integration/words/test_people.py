"""Young people in the lists of the staff are told apart; to an employer they are a first name alone."""

import pytest
from sqlalchemy.orm import Session

from app.words.people import initials
from tests.factories.candidates import candidate
from tests.factories.openings import day
from tests.factories.placements import trio
from tests.factories.register import counsellor, leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import row_of


@pytest.mark.parametrize(
    ("name", "letters"), [("Vera Lund", "VL"), ("Åse van der Berg", "ÅB"), ("Vera", "V"), ("per vik", "PV"), ("", "")]
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_two_of_one_name_are_told_apart_by_their_age_and_by_who_follows_them_up(
    browser: PageClient, session: Session
) -> None:
    vera, kari = counsellor(session, name="Vera Lund"), counsellor(session, name="Kari Moe")
    candidate(session, vera, first_name="Abdi", birth_date=day(-20 * 366))
    candidate(session, kari, first_name="Abdi", birth_date=day(-20 * 366))
    candidate(session, vera, first_name="Abdi", birth_date=day(-17 * 366))
    browser.sign_in(vera).get("/veileder/kontoret")
    titles = {" ".join(one.get_text(" ").split()) for one in browser.page.select(".entry-title")}
    assert titles == {"Abdi 20 år, VL", "Abdi 20 år, KM", "Abdi 17 år, VL"}
    browser.get("/veileder/")
    titles = {" ".join(one.get_text(" ").split()) for one in browser.page.select(".entry-title")}
    assert titles == {"Abdi 20 år", "Abdi 17 år"}, "all of them are the reader's own"


def test_an_employer_is_told_neither_the_age_nor_who_else_works_with_the_person(
    browser: PageClient, session: Session
) -> None:
    employer = verified_organisation(session)
    leader, worker = leader_of(session, employer), counsellor(session, name="Vera Lund")
    young = trio(session, worker=worker, employer=employer, leader=leader).begin().person
    browser.sign_in(worker).get("/veileder/plasseringer")
    assert " år, VL" in row_of(browser, young.first_name)
    browser.sign_in(leader).get(f"/arbeidsgiver/{employer.orgnr}/plasseringer")
    assert " år" not in row_of(browser, young.first_name)
    assert "VL" not in row_of(browser, young.first_name)
