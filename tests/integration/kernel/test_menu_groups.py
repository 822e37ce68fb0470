"""The menu of an audience has few entries: pages that belong together stand under one, and open beneath it."""

from bs4 import Tag
from sqlalchemy.orm import Session

from register.roles.types import Role
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient


def menu(browser: PageClient) -> list[Tag]:
    return list(browser.page.select('nav[aria-label="Hovedmeny"] > ul > li'))


def words(entry: Tag) -> str:
    link = entry.find("a")
    assert link is not None
    return link.get_text(strip=True)


def test_an_employer_has_five_entries_and_the_group_of_the_page_is_open(browser: PageClient, session: Session) -> None:
    employer = verified_organisation(session)
    start = f"/arbeidsgiver/{employer.orgnr}"
    browser.sign_in(leader_of(session, employer)).get(f"{start}/plasseringer")
    assert [words(one) for one in menu(browser)] == [
        "Oversikt", "Sertifisering", "Plasser og unge", "Nettverk", "Virksomheten",
    ]  # fmt: skip
    (is_open,) = browser.page.select(".site-navigation-members.is-open")
    assert [link.get_text(strip=True) for link in is_open.select("a")] == [
        "Ledige plasser",
        "Kandidater",
        "Unge hos oss",
    ]
    (here,) = browser.page.select('nav[aria-label="Hovedmeny"] a[aria-current="page"]')
    assert here["href"] == f"{start}/plasseringer"
    browser.get(f"{start}/")
    assert browser.page.select(".is-open") == []


def test_who_reaches_one_page_of_a_group_alone_sees_that_page(browser: PageClient, session: Session) -> None:
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/")
    assert "Brukere og roller" not in [words(one) for one in menu(browser)]
    assert "Oppslag" in [words(one) for one in menu(browser)]
    assert "Sertifisering" in [words(one) for one in menu(browser)]
