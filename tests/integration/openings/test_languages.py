"""What an employer writes carries the language it is written in: on pages, for machines, and into the next text."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.texts import Locale
from matching.openings.content import Requirement
from matching.records.tables.opening import Opening
from tests.factories.openings import published
from tests.factories.register import leader_of, verified_organisation
from tests.support.client import PageClient

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def english(session: Session) -> Opening:
    return published(
        session,
        written_in=Locale.ENGLISH,
        title="Kitchen hand",
        summary="You help in the kitchen.",
        tasks=("Wash vegetables",),
        requirements=(Requirement(text="Hold a knife"), Requirement("till", learnable=True)),
        pay="Union rate",
        how_to_apply="Call Kari.",
    )


def marked(browser: PageClient) -> dict[str, str]:
    """Each text on the page that says its own language, outside the choice of language."""
    return {one.get_text(): str(one["lang"]) for one in browser.page.select("main [lang]")}


@pytest.mark.parametrize(("reader", "note"), [("nb", "Skrevet på engelsk"), ("nn", "Skrive på engelsk"), ("en", None)])
def test_every_text_of_a_place_says_that_it_is_english_to_readers_of_norwegian_alone(
    browser: PageClient, english: Opening, reader: str, note: str | None
) -> None:
    browser.get(f"/sprak/{reader}?neste=/stillinger/{english.id}")
    texts = ("Kitchen hand", "You help in the kitchen.", "Wash vegetables", "Hold a knife", "Union rate", "Call Kari.")
    assert marked(browser) == ({} if note is None else dict.fromkeys(texts, "en"))
    assert [one for one in ("Skrevet på", "Skrive på", "Written in") if one in browser.text] == (
        [note.rpartition(" ")[0]] if note else []
    )
    assert note is None or note in browser.text


def test_readers_of_bokmaal_need_no_note_on_nynorsk_and_screen_readers_are_told_all_the_same(
    browser: PageClient, session: Session
) -> None:
    opening = published(session, written_in=Locale.NYNORSK, title="Hjelpar på kjøkken")
    browser.get(f"/stillinger/{opening.id}")
    assert marked(browser)["Hjelpar på kjøkken"] == "nn"
    assert "Skrevet på" not in browser.text
    browser.get("/stillinger")
    assert marked(browser) == {"Hjelpar på kjøkken": "nn"}


def test_what_an_employer_writes_is_never_read_as_markup(browser: PageClient, session: Session) -> None:
    opening = published(session, written_in=Locale.ENGLISH, title="<b>Bold</b>")
    browser.get(f"/stillinger/{opening.id}")
    assert marked(browser)["<b>Bold</b>"] == "en"


def test_machines_are_told_the_language_of_each_place_and_get_all_of_it_in_that(
    browser: PageClient, session: Session, english: Opening
) -> None:
    published(session, title="Hjelper på lager")
    page = browser.get(f"/sprak/nn?neste=/stillinger/{english.id}")
    (script,) = page.select('script[type="application/ld+json"]')
    posting = json.loads(str(script.string))
    assert posting["mainEntityOfPage"]["inLanguage"] == "en"
    assert "<p>What you will do:</p><ul><li>Wash vegetables</li></ul>" in posting["description"]
    assert "lang=" not in posting["description"]
    browser.get("/stillinger/rss.xml")
    feed = ElementTree.fromstring(browser.response.data)  # noqa: S314  # our own feed
    assert feed.findtext("channel/language") == browser.response.headers["Content-Language"] == "nb"
    assert {item.findtext("title", "")[:12]: item.findtext(f"{DUBLIN_CORE}language") for item in feed.iter("item")} == {
        "Kitchen hand": "en",
        "Hjelper på l": "nb",
    }
    assert {item.findtext("category") for item in feed.iter("item")} == {"Permanent job", "Fast jobb"}


def test_the_choice_stands_where_the_person_left_it_and_else_at_the_language_of_the_page(
    browser: PageClient, open_browser: Callable[[], PageClient], session: Session, app: Flask
) -> None:
    employer = verified_organisation(session)
    user, colleague = leader_of(session, employer), leader_of(session, employer, "Lotte Leder")
    colleague.locale = Locale.NYNORSK
    new = f"/arbeidsgiver/{employer.orgnr}/plasser/ny"

    def chosen(reader: PageClient) -> str:
        (option,) = reader.get(new).select("select[name=written_in] option[selected]")
        return str(option["value"])

    assert chosen(open_browser().sign_in(colleague)) == "nn"
    assert chosen(browser.sign_in(user)) == "nb"
    browser.submit({"kind": "permanent_job", "title": "Kitchen hand", "written_in": "en"}, button="Lagre og se")
    opening = session.scalars(select(Opening)).one()
    assert opening.written_in is Locale.ENGLISH
    assert marked(browser) == {"Kitchen hand": "en"}
    assert chosen(browser) == "en"
    browser.get(f"/arbeidsgiver/{employer.orgnr}/plasser/{opening.id}/rediger")
    browser.submit({"written_in": "nb"}, button="Lagre og se")
    session.refresh(opening)
    assert opening.written_in is Locale.BOKMAAL
    session.refresh(user)
    assert (user.locale, user.writes_in) == (Locale.BOKMAAL, Locale.BOKMAAL)


def test_a_page_from_before_the_question_is_taken_to_be_in_the_usual_language(
    browser: PageClient, session: Session
) -> None:
    employer = verified_organisation(session)
    user = leader_of(session, employer)
    user.writes_in = Locale.NYNORSK
    browser.sign_in(user).get(f"/arbeidsgiver/{employer.orgnr}/plasser/ny")
    browser.submit({"kind": "permanent_job", "title": "Hjelpar", "written_in": ""}, button="Lagre og se")
    assert session.scalars(select(Opening)).one().written_in is Locale.NYNORSK
