"""The page, the PDF and the file say the same, and all of it."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from flask import Flask
from pypdf import PdfReader
from sqlalchemy.orm import Session

from app.candidates.judged import ABOUT_CANDIDATES
from app.candidates.own_data import ACTIONS, MAIL_WORDS, TERMS, TITLES, said
from ground.act import Act
from matching.candidates import requests
from matching.candidates.export import everything_about
from matching.candidates.types import RightsKind
from tests.factories.placements import trio
from tests.integration.candidates.test_forgetting import NAME, story_of
from tests.support.client import PageClient

NOT_ON_PAPER = {
    "looked_at_by": "the same look again on one day is told once, in a sentence",
    "profile": "codes and numbers stand as words",
}


def places_in(told: Any, where: str = "") -> Iterator[str]:
    """Where each value stands, as `placements.talks.week`."""
    if isinstance(told, Mapping):
        for name, value in told.items():
            yield from places_in(value, f"{where}.{name}" if where else name)
    elif isinstance(told, list) and told and isinstance(told[0], Mapping):
        for one in told:
            yield from places_in(one, where)
    if where:
        yield where


def texts_in(told: Any) -> Iterator[str]:
    """Every text that somebody wrote or is called, wherever it stands."""
    if isinstance(told, Mapping):
        for name, value in told.items():
            if name not in ("reasons", "details", "action", "kind", "language", "municipality", "browser"):
                yield from texts_in(value)
    elif isinstance(told, list):
        for one in told:
            yield from texts_in(one)
    elif type(told) is str and told:
        yield told


def paper_of(browser: PageClient) -> PdfReader:
    browser.get("/min-side/mine-data.pdf")
    assert browser.response.headers["Cache-Control"] == "no-store"
    return PdfReader(io.BytesIO(browser.response.data))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_column_about_a_candidate_is_shown_or_says_why_not(session: Session) -> None:
    story = story_of(session)
    described = set(places_in(everything_about(session, story.person)))
    judged = {(f"{table}.{name}", column) for table, all_ in ABOUT_CANDIDATES.items() for name, column in all_.items()}
    assert {place for place, column in judged if not column.shown and not column.because} == set()
    assert {column.shown for _place, column in judged if column.shown} - described == set()


def test_every_part_of_the_description_has_its_words(session: Session) -> None:
    told = everything_about(session, story_of(session).person)
    assert told.keys() == TITLES.keys()
    of_rows = {
        place
        for place in places_in({name: part for name, part in told.items() if name not in NOT_ON_PAPER})
        if "." in place
    }
    built = ("reasons", "agreement", "typed", "left_out", "details")
    rows = {place for place in of_rows if not any(f".{one}" in f"{place}." for one in built)}
    assert rows - TERMS.keys() == {"proposals.shared", "placements.approvals", "placements.talks"}
    assert {event["action"] for event in told["log"]} - ACTIONS.keys() == set()
    assert {mail["kind"] for mail in told["mails"]} - MAIL_WORDS.keys() == set()


def test_page_pdf_and_file_hold_the_same(browser: PageClient, session: Session) -> None:
    story = story_of(session)
    browser.sign_in(story.young).get("/min-side/mine-data.json")
    told = json.loads(browser.response.text)
    browser.get("/min-side/alt")
    page = browser.text
    paper = squeezed(" ".join(one.extract_text() for one in paper_of(browser).pages))
    plain = everything_about(session, story.person)
    assert told.keys() == plain.keys()
    texts = set(texts_in({name: part for name, part in plain.items() if name not in NOT_ON_PAPER}))
    assert NAME in told["profile"]["first_name"]
    assert len(texts) > 15
    assert {text for text in texts if squeezed(text) not in squeezed(page)} == set()
    assert {text for text in texts if squeezed(text) not in paper} == set()


def test_the_log_tells_of_what_was_asked_for_shared_and_talked_about(browser: PageClient, session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    request = requests.ask(
        Act(session, story.young.id, story.now), candidate=story.person, kind=RightsKind.OBJECTION, words="Nei."
    )
    requests.answer(Act(session, story.worker.id, story.now), request=request, granted=False, reason="Vi må.")
    story.end()
    other = trio(session, worker=story.worker, first_name="Bo").agree().start().talk(1)
    session.commit()
    told = everything_about(session, story.person)["log"]
    for action in ("rights_request.refused", "follow_up.done", "follow_up.cancelled", "disclosure.ended"):
        assert action in {one["action"] for one in told}, action
    assert sum(one["action"] == "follow_up.done" for one in told) == 1, f"nothing of {other.person.first_name}"
    browser.sign_in(story.young).get("/min-side/alt")
    assert "Svaret på det du ba om, var nei" in browser.text
    assert "En samtale ble holdt" in browser.text
    assert "En samtale falt bort" in squeezed_spaces(paper_of(browser))


def squeezed_spaces(reader: PdfReader) -> str:
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def test_no_code_of_the_machinery_stands_among_the_words(browser: PageClient, session: Session) -> None:
    """But in what is called technical details, and in the address of a page."""
    story = story_of(session)
    browser.sign_in(story.young).get("/min-side/alt")
    words = re.sub(r"<code>.*?</code>", "", browser.response.text, flags=re.DOTALL)
    for code in ("firefox-android", "chrome-linux", "candidate_yes", ">wishes<"):
        assert code not in words
    for plain in ("Firefox på Android", "Chrome på Linux", "Du har sagt ja. Nå venter vi på arbeidsgiveren."):
        assert plain in words


def test_a_reason_kept_as_a_code_is_told_in_words(app: Flask) -> None:
    with app.test_request_context():
        assert said("log.reason", "no_eid") == "Har ikke BankID eller en annen måte å logge inn på"
        assert said("log.reason", "Vi prøver likevel.") == "Vi prøver likevel."


def test_the_pdf_is_tagged_and_tells_its_language(browser: PageClient, session: Session) -> None:
    story = story_of(session)
    reader = paper_of(browser.sign_in(story.young))
    assert reader.root_object["/Lang"] == "nb"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.pdfaid_conformance == "A"


def test_another_persons_data_are_nobodys_to_take(browser: PageClient, session: Session) -> None:
    story = story_of(session)
    browser.sign_in(story.worker)
    browser.get("/min-side/mine-data.json", status=403)
    browser.get("/min-side/mine-data.pdf", status=403)
