"""The public pages: paid and published places only, found, read, followed and helped with."""

import json
import uuid
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.openings.public.job_posting import job_posting
from app.openings.words import OpeningWords
from ground.act import Act
from ground.moves import move
from matching.catalogue.choices import Adaptation
from matching.catalogue.kinds import OpeningKind
from matching.openings import life as openings
from matching.records.tables.opening import Opening
from matching.records.types import OpeningState
from tests.factories.openings import TODAY, day, drafted, published
from tests.factories.placements import trio
from tests.factories.register import leader_of, refused_later, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

UNPAID = [kind for kind in OpeningKind if not kind.paid]


def titles(browser: PageClient, query: str = "") -> list[str]:
    page = browser.get(f"/stillinger{query}")
    return [link.get_text() for link in page.select("#resultat .entry-title a")]


def rss_titles(browser: PageClient) -> list[str]:
    browser.get("/stillinger/rss.xml")
    feed = ElementTree.fromstring(browser.response.data)  # noqa: S314  # our own feed
    return [item.findtext("title", "").partition(",")[0] for item in feed.iter("item")]


def hidden(session: Session, how: str) -> Opening:
    """A place that nobody outside may see, for one of the possible reasons."""
    if how in [kind.value for kind in UNPAID]:
        return published(session, kind=OpeningKind(how))
    if how == "draft":
        return drafted(session)
    opening = published(session, expires_on=day(0))
    if how == "closed":
        openings.close(Act(session, leader_of(session, opening.organisation).id, NOON), opening)
    elif how == "past its last day":
        opening.expires_on = day(-1)
    elif how == "paused":
        move(Act(session, None, NOON), opening, OpeningState.PAUSED)
    elif how == "employer refused":
        refused_later(session, opening.organisation)
    elif how == "filled":
        trio(session, opening=opening).agree()
    elif how == "workplace closed":
        opening.workplace.closed_at = NOON
    session.flush()
    return opening


WAYS_TO_HIDE = [kind.value for kind in UNPAID] + [
    "draft",
    "closed",
    "past its last day",
    "paused",
    "employer refused",
    "workplace closed",
    "filled",
]


@pytest.mark.parametrize("how", WAYS_TO_HIDE)
def test_what_is_not_paid_and_offered_is_on_no_public_page(session: Session, browser: PageClient, how: str) -> None:
    shown = published(session, title="Synlig plass")
    opening = hidden(session, how)
    session.commit()

    assert titles(browser) == ["Synlig plass"]
    assert titles(browser, f"?q={opening.organisation.name}&type={opening.kind.value}") in ([], ["Synlig plass"])
    assert rss_titles(browser) == ["Synlig plass"]
    for page in ("", "/hjelp"):
        browser.get(f"/stillinger/{opening.id}{page}", status=404)
        text = browser.words_alike
        assert "ld+json" not in browser.response.text
        browser.get(f"/stillinger/{uuid.uuid4()}{page}", status=404)
        assert browser.words_alike == text
        browser.get(f"/stillinger/{shown.id}{page}")


def test_a_place_can_be_read_with_the_employers_own_way_to_apply(session: Session, browser: PageClient) -> None:
    opening = published(session, title="Medarbeider på lager", requirements=())
    browser.get(f"/stillinger/{opening.id}")
    for words in (
        "Rydde bord",
        "Du trenger ikke å kunne noe fra før.",
        "Én fast person å spørre",
        "mandag, tirsdag kl. 09:00–14:00, med 30 minutter pause",
        "Ring Kari, eller kom innom.",
        "22 22 22 22",
        "Jeg vil ha hjelp",
    ):
        assert words in browser.text


def test_help_names_the_nav_office_of_the_workplace_and_stores_nothing(session: Session, browser: PageClient) -> None:
    opening = published(session)
    page = browser.get(f"/stillinger/{opening.id}/hjelp")
    assert "Nav Lillestrøm" in browser.text
    main = page.find("main")
    assert main is not None
    assert main.find("form") is None  # type: ignore[union-attr, call-arg]  # bs4


def test_json_ld_is_a_job_posting_that_no_text_can_break_out_of(session: Session, browser: PageClient) -> None:
    nasty = "</script><script>alert(1)</script> & <b>"
    opening = published(session, title=nasty, tasks=(nasty,))
    page = browser.get(f"/stillinger/{opening.id}")
    scripts = page.find_all("script", type="application/ld+json")
    assert len(scripts) == 1
    posting = json.loads(scripts[0].string or "")
    assert posting["@type"] == "JobPosting"
    assert posting["title"] == nasty
    assert "<script>" not in posting["description"]
    assert posting["validThrough"].startswith(str(opening.expires_on))
    assert posting["hiringOrganization"]["identifier"] == opening.organisation.orgnr
    assert posting["jobLocation"]["address"]["addressCountry"] == "NO"
    assert "alert" in rss_titles(browser)[0]


def test_what_leaves_the_page_names_our_own_address_whatever_host_was_asked_for(app: Flask, session: Session) -> None:
    opening = published(session)
    session.commit()
    for path in (f"/stillinger/{opening.id}", "/stillinger/rss.xml", "/api/v1/fremdrift"):
        text = app.test_client().get(path, headers={"Host": "attacker.example"}).text
        assert "attacker.example" not in text
        assert app.extensions["plass_settings"].address in text


def test_search_finds_norwegian_words_in_any_case_and_filters_narrow(session: Session, browser: PageClient) -> None:
    published(session, title="Ålesundsgata renhold", styrk_code="9112", hours_per_week_min=5.0, hours_per_week_max=10.0)
    published(
        session,
        title="Lager",
        kind=OpeningKind.SUMMER_JOB,
        hours_per_week_min=37.5,
        hours_per_week_max=37.5,
        adaptations=frozenset({Adaptation.QUIET_PLACE}),
    )
    assert titles(browser, "?q=ÅLESUND") == ["Ålesundsgata renhold"]
    assert titles(browser, "?q=rydde bord") == titles(browser)
    assert titles(browser, "?q=100%25") == []
    assert titles(browser, "?type=summer_job") == ["Lager"]
    assert titles(browser, "?omrade=cleaning_and_recycling") == ["Ålesundsgata renhold"]
    assert titles(browser, "?timer=up_to_15") == ["Ålesundsgata renhold"]
    assert titles(browser, "?tilpasning=quiet_place") == ["Lager"]
    assert len(titles(browser, "?kommune=3205")) == 2
    assert "2 stillinger" in browser.text
    assert titles(browser, "?kommune=3207") == []
    assert "Ingen plasser passer akkurat nå" in browser.text
    assert titles(browser, "?sertifisert=ja") == []


def test_nonsense_in_the_address_is_left_out(session: Session, browser: PageClient) -> None:
    published(session)
    assert len(titles(browser, "?type=alt&kommune=x&omrade=&timer=9&tilpasning=ukjent&side=-4")) == 1
    assert len(titles(browser, "?type=work_training_full")) == 0
    assert len(titles(browser, "?side=abc")) == 1


def test_newest_first_and_twenty_on_a_page(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for number in range(21):
        published(session, employer, leader, title=f"Plass {number}", now=NOON + timedelta(minutes=number))
    first, second = titles(browser, "?type=permanent_job"), titles(browser, "?type=permanent_job&side=2")
    assert (first[0], len(first), second) == ("Plass 20", 20, ["Plass 0"])
    browser.get("/stillinger?type=permanent_job")
    assert browser.page.select_one('a[rel=next][href*="type=permanent_job"]') is not None


def test_no_places_says_what_to_do(browser: PageClient) -> None:
    assert titles(browser) == []
    assert "Ingen stillinger akkurat nå" in browser.text


def test_a_place_vanishes_by_itself_the_day_after_its_last(
    session: Session, browser: PageClient, clock: StoppedClock
) -> None:
    opening = published(session, expires_on=TODAY)
    browser.get(f"/stillinger/{opening.id}")
    clock.forward(days=1)
    browser.get(f"/stillinger/{opening.id}", status=404)
    assert titles(browser) == []


def test_an_unpaid_place_cannot_even_be_made_into_a_job_posting(app: Flask, session: Session) -> None:
    opening = published(session, kind=OpeningKind.WORK_TRAINING_FULL)
    with app.test_request_context(), pytest.raises(ValueError):
        job_posting(OpeningWords(opening), "https://plass.test/")
