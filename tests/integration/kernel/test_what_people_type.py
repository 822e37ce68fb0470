"""Each kind of field on a page: what people write is taken; what is not, stands there with a form that works."""

import unicodedata
from collections.abc import Mapping

import pytest
from bs4 import Tag
from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.network.models import Gathering
from matching.records.tables.opening import Opening
from register.people.models import User
from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.openings import published
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient

GATHERING = {"title": "Gode første uker", "day": "14.1.2027", "begins": "9", "ends": "11.30", "place": "Fylkeshuset"}


@pytest.fixture
def lead(session: Session, browser: PageClient) -> PageClient:
    """A browser in which the programme lead plans a gathering."""
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/samlinger/ny")
    return browser


def planned(session: Session, lead: PageClient, values: Mapping[str, str]) -> Gathering | None:
    lead.submit({**GATHERING, **values}, button="Lagre")
    return session.scalars(select(Gathering)).one_or_none()


def said_at(browser: PageClient, name: str) -> tuple[str, str]:
    """What stands in a field, and what is said of it."""
    field = browser.page.find("input", attrs={"name": name})
    assert isinstance(field, Tag)
    said = browser.page.find(id=f"{field['id']}-error")
    return str(field["value"]), said.get_text(" ") if isinstance(said, Tag) else ""


@pytest.mark.parametrize(
    "values",
    [{}, {"day": "2027-01-14", "begins": "09:00", "ends": "1130"}, {"day": "14. 1. 2027", "begins": "kl. 9"}],
)
def test_dates_and_times_are_taken_as_people_write_them(
    session: Session, lead: PageClient, values: dict[str, str]
) -> None:
    made = planned(session, lead, values)
    assert made is not None
    assert (made.starts_at.isoformat(), made.ends_at.isoformat()) == (
        "2027-01-14T08:00:00+00:00", "2027-01-14T10:30:00+00:00",
    )  # fmt: skip
    lead.get(f"/fylket/samlinger/{made.id}/endre")
    assert [said_at(lead, name)[0] for name in ("day", "begins", "ends")] == ["14.01.2027", "09:00", "11:30"]


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("day", "i morgen", "24.12.2026"),
        ("day", "31.02.2027", "finnes ikke"),
        ("day", "29.02.2027", "finnes ikke"),
        ("day", "14.1.27", "fire sifre"),
        ("begins", "ni", "09:00"),
        ("begins", "24:30", "fra 00:00 til 23:59"),
        ("capacity", "to", "helt tall"),
        ("meeting_link", "møterommet", "www.virksomhet.no"),
        ("meeting_link", "javascript:alert(1)", "www.virksomhet.no"),
    ],
)
def test_what_is_refused_stands_with_a_form_that_works(
    session: Session, lead: PageClient, name: str, typed: str, said: str
) -> None:
    assert planned(session, lead, {name: typed}) is None
    stands, told = said_at(lead, name)
    assert stands == typed
    assert said in told
    assert said_at(lead, "title")[0] == GATHERING["title"]


@pytest.mark.parametrize(("day", "said"), [("28.03.2027", "finnes ikke"), ("31.10.2027", "kommer to ganger")])
def test_the_hour_that_is_not_there_or_is_there_twice_is_said(
    session: Session, lead: PageClient, day: str, said: str
) -> None:
    assert planned(session, lead, {"day": day, "begins": "02:30", "ends": "04:00"}) is None
    assert said in said_at(lead, "begins")[1]
    assert planned(session, lead, {"day": day, "begins": "03:00", "ends": "04:00"}) is not None


def test_a_web_address_may_be_written_without_https(session: Session, lead: PageClient) -> None:
    made = planned(session, lead, {"meeting_link": "moete.example.no/uker"})
    assert made is not None
    assert made.meeting_link == "https://moete.example.no/uker"


def test_hours_stay_as_they_are_written(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    browser.sign_in(leader_of(session, employer)).get(f"/arbeidsgiver/{employer.orgnr}/plasser/ny")
    place = {"kind": "permanent_job", "title": "Hjelper", "hours_per_week_min": "33,6", "hours_per_week_max": "33.6"}
    browser.submit({**place, "hours_per_week_max": "33,666"}, button="Lagre")
    assert said_at(browser, "hours_per_week_max")[0] == "33,666"
    assert "33,6" in said_at(browser, "hours_per_week_max")[1]
    browser.submit(place, button="Lagre")
    opening = session.scalars(select(Opening)).one()
    assert (opening.hours_per_week_min, opening.hours_per_week_max) == (33.6, 33.6)
    browser.get(f"/arbeidsgiver/{employer.orgnr}/plasser/{opening.id}/rediger")
    assert said_at(browser, "hours_per_week_min")[0] == "33,6"


def test_text_is_kept_composed_and_found_however_it_is_typed(session: Session, browser: PageClient) -> None:
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR, "Åse Bråten"))
    browser.get("/konto")
    apart = unicodedata.normalize("NFD", "Åshild Blåbær")
    browser.submit({"name": f" {apart} "}, button="Lagre")
    assert session.scalars(select(User.name)).one() == "Åshild Blåbær"
    for typed in (apart, "åshild blå", unicodedata.normalize("NFD", "BLÅBÆR")):
        browser.get("/fylket/brukere", query_string={"q": typed})
        assert "Åshild Blåbær" in browser.text


def test_employers_and_places_are_found_however_they_are_typed(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session, name=unicodedata.normalize("NFD", "Blåbærgården AS"))
    certificate_of(session, employer)
    published(session, employer, title="Går tur med hunder på gården")
    apart = {"q": unicodedata.normalize("NFD", "blåbærgår")}
    for address in ("/virksomheter", "/stillinger"):
        browser.get(address, query_string=apart)
        assert "Blåbærgården AS" in browser.text
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    for address in ("/fylket/virksomheter", "/fylket/sertifikater", "/fylket/saker"):
        browser.get(address, query_string=apart)
        assert "Blåbærgården AS" in browser.text


def test_a_text_has_room_for_as_many_letters_as_the_browser_counts(session: Session, lead: PageClient) -> None:
    """A browser sends the end of a line as two characters, and counts one."""
    lines = "\r\n".join(["x" * 99] * 40)  # 3999 as the browser counts
    lead.submit({**GATHERING, "about": lines + "yz"}, button="Lagre")
    assert "Her er det plass til 4000 tegn. Du har skrevet 4001." in lead.text
    made = planned(session, lead, {"about": lines + "y"})
    assert made is not None
    assert made.about == lines.replace("\r\n", "\n") + "y"
