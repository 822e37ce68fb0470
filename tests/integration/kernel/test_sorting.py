"""Long lists are searched and sorted in the database, and the address says how."""

from sqlalchemy.orm import Session

from matching.catalogue.kinds import OpeningKind
from tests.factories.candidates import candidate
from tests.factories.openings import day, published
from tests.factories.placements import trio
from tests.factories.register import counsellor, verified_organisation
from tests.support.client import PageClient


def titles(browser: PageClient, address: str) -> list[str]:
    """The titles of a list, as they stand."""
    browser.get(address)
    return [" ".join(one.get_text(" ").split()) for one in browser.page.select(".entry-title a")]


def test_counsellors_sort_the_openings_and_find_them_by_word_place_and_kind(
    browser: PageClient, session: Session
) -> None:
    employer = verified_organisation(session)
    for title, last_day in (("Åker", 20), ("Bakeri", 90), ("Aure", 50)):
        published(session, employer, title=title, expires_on=day(last_day))
    browser.sign_in(counsellor(session))
    assert titles(browser, "/veileder/plasser?sorter=navn") == ["Aure", "Bakeri", "Åker"]
    assert titles(browser, "/veileder/plasser?sorter=siste-dag") == ["Åker", "Aure", "Bakeri"]
    assert set(titles(browser, "/veileder/plasser?sorter=tull")) == {"Åker", "Aure", "Bakeri"}
    assert titles(browser, "/veileder/plasser?q=bakeri") == ["Bakeri"]
    assert titles(browser, f"/veileder/plasser?type={OpeningKind.SUMMER_JOB}") == []


def test_a_search_keeps_the_order_and_the_order_keeps_the_search(browser: PageClient, session: Session) -> None:
    employer = verified_organisation(session)
    for number in range(11):
        published(session, employer, title=f"Lager {number:02}")
    browser.sign_in(counsellor(session)).get("/veileder/plasser?q=lager&sorter=navn")
    kept = browser.page.select_one("form[data-autosubmit] input[name=sorter]")
    assert kept is not None
    assert kept["value"] == "navn"
    links = {one.get_text(): str(one["href"]) for one in browser.page.select(".orders a")}
    assert links.keys() == {"Nyeste", "Siste dag", "Navn"}
    assert "q=lager" in links["Siste dag"]
    assert titles(browser, links["Navn"]) == [f"Lager {number:02}" for number in range(11)]
    browser.get("/veileder/plasser?q=Lager+05")
    assert browser.page.select(".orders a") == [], "one row has no order"


def test_a_counsellor_finds_a_candidate_and_an_agreement_by_first_name(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    for name in ("Østen", "Ali", "Berit"):
        candidate(session, worker, first_name=name)
    placed = trio(session, worker=worker).begin()
    browser.sign_in(worker)
    assert titles(browser, "/veileder/?sorter=navn&q=i") == ["Ali", placed.person.first_name, "Berit"]
    assert titles(browser, "/veileder/kontoret?q=ØSTEN") == ["Østen"]
    assert titles(browser, "/veileder/kontoret?q=%25") == []
    assert titles(browser, "/veileder/plasseringer?q=ingen+heter+det") == []
    assert titles(browser, f"/veileder/plasseringer?q={placed.person.first_name}") == [placed.person.first_name]


def test_the_public_list_offers_only_municipalities_where_something_fits(browser: PageClient, session: Session) -> None:
    published(session, title="Bakeri")
    browser.get("/stillinger?q=bakeri")
    assert len(browser.page.select("select[name=kommune] option")) == 2
    browser.get("/stillinger?q=fjellklatring")
    assert len(browser.page.select("select[name=kommune] option")) == 1
