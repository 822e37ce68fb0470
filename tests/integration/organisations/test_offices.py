"""The NAV offices of the county."""

import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.organisations.models import NavOffice
from register.roles.types import Role
from tests.factories.register import office, person_with_role
from tests.support.client import PageClient

VALUES = {
    "number": "0299",
    "name": "NAV Prøvestedet",
    "region": "Øst-Viken",
    "municipality_number": "3205",
}


@pytest.fixture(autouse=True)
def _administrator(browser: PageClient, session: Session) -> None:
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR))


def test_an_office_is_added(browser: PageClient, session: Session) -> None:
    browser.get("/fylket/nav-kontorer")
    assert "Ingen kontorer ennå" in browser.text
    browser.get("/fylket/nav-kontorer/ny")
    browser.submit(VALUES, button="Lagre")
    assert "NAV Prøvestedet" in browser.text
    assert session.scalars(select(NavOffice.number)).all() == ["0299"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [("number", "29"), ("number", "029a"), ("name", ""), ("municipality_number", "")],
)
def test_what_is_wrong_is_told_at_the_field(browser: PageClient, session: Session, field: str, typed: str) -> None:
    browser.get("/fylket/nav-kontorer/ny")
    browser.submit({**VALUES, field: typed}, button="Lagre")
    assert browser.page.select_one(f"#{field}-error") is not None
    assert session.scalars(select(NavOffice)).all() == []


def test_an_office_is_changed_but_never_to_the_number_of_another(browser: PageClient, session: Session) -> None:
    first = office(session)
    other = session.scalars(select(NavOffice).where(NavOffice.id != first.id)).first()
    assert other is not None
    browser.get(f"/fylket/nav-kontorer/{first.id}")
    browser.submit({"name": "NAV Nytt navn", "number": other.number}, button="Lagre")
    assert "allerede et kontor" in browser.text
    browser.submit({"number": first.number}, button="Lagre")
    session.refresh(first)
    assert first.name == "NAV Nytt navn"


def test_a_missing_office_is_not_found(browser: PageClient) -> None:
    browser.get(f"/fylket/nav-kontorer/{uuid.uuid4()}", status=404)
