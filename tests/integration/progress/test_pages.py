"""The progress page, the open data, the county's page: the same figures everywhere, and no row about a person."""

import codecs
import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.progress.current import KEPT_AS, current_progress
from app.progress.definition import TERMS, VERSION
from ground.audit import AuditEvent
from matching.catalogue.kinds import OpeningKind
from matching.progress.figures import closed_month, progress
from matching.progress.models import JobEvent
from matching.progress.rules.jobs import Moment
from matching.progress.trace import events_behind
from matching.progress.types import Figure, JobEventKind
from register.organisations.types import Sector
from register.roles.types import Role
from tests.factories.placements import Trio, trio
from tests.factories.register import person_with_role, verified_organisation
from tests.integration.progress.test_figures import PROGRAMME_START
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock


def step(kind: JobEventKind, day: date, *, job: int, **values: object) -> JobEvent:
    """One step of a job, known long before the test's today."""
    number = UUID(int=job)
    return JobEvent(
        kind=kind,
        source_ref=number,
        person_ref=None if kind in (JobEventKind.PLEDGED, JobEventKind.POSTED) else number,
        workplace_id=number,
        organisation_id=number,
        sector=Sector.PRIVATE,
        occurred_on=day,
        **{
            "opening_kind": OpeningKind.PERMANENT_JOB,
            "municipality_number": "3205",
            "recorded_at": datetime(2026, 9, 1, tzinfo=UTC),
        }
        | values,
    )


def test_the_page_shows_the_large_number_what_lasts_and_the_definition(browser: PageClient, history: Trio) -> None:
    browser.get("/fremdrift")
    heading = browser.page.find("h1")
    assert heading is not None
    assert " ".join(heading.get_text(" ").split()) == "7 av 1000 jobber har begynt"
    assert "er der fortsatt etter 13 uker Bekreftet for 5 av 7 jobber" in browser.text
    assert "For få jobber" not in browser.text
    assert "Slik teller vi" in browser.text
    assert "1 arbeidstrening har begynt gjennom Nav" in browser.text
    assert browser.page.select_one("svg.curve polyline") is not None


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_number_is_called_what_the_definition_calls_it(
    app: Flask, browser: PageClient, history: Trio, language: str
) -> None:
    browser.get(f"/sprak/{language}?neste=/fremdrift")
    shown = {card["data-figure"]: card for card in browser.page.select("[data-figure]")}
    assert set(shown) == {"people", "started", "at_work", "not_heard_of", "ended"}
    numbers = {}
    for figure, card in shown.items():
        link = card.select_one("a")
        assert link is not None
        term = browser.page.select_one(str(link["href"]))
        assert term is not None
        meaning = term.find_next_sibling("dd")
        assert meaning is not None
        assert link.get_text(strip=True) == term.get_text(strip=True)
        with app.test_request_context(), force_locale(language):
            assert meaning.get_text(strip=True) == str(TERMS[Figure(figure)].means)
        numbers[figure] = card.select_one(".figure-value").get_text(strip=True)  # type: ignore[union-attr]  # a card has it
    browser.get("/api/v1/fremdrift")
    jobs = browser.response.json["jobs"]  # type: ignore[index]  # JSON
    assert {figure: None if not text.isdigit() else int(text) for figure, text in numbers.items()} == {
        figure: jobs[figure] for figure in numbers
    }


def test_whoever_has_an_answer_alone_knows_its_licence_and_what_was_counted(browser: PageClient) -> None:
    for address in ("/api/v1/fremdrift", "/api/v1/fremdrift.csv", "/api/v1/fremdrift-excel.csv"):
        browser.get(address)
        assert "nlod" in browser.response.headers["Link"]
        assert browser.response.headers["Plass-Definition"] == VERSION
        assert browser.response.headers["Content-Language"] == "nb", "whoever asks, and in whatever language"
        assert browser.response.headers["Access-Control-Allow-Origin"] == "*"
        kept = {"If-None-Match": browser.response.headers["ETag"]}
        browser.get(address, status=304, headers=kept)
        assert browser.response.headers["Access-Control-Allow-Origin"] == "*"
    browser.get("/fremdrift")
    assert "Definisjonen gjelder fra 29. november 2026." in browser.text


def test_each_row_of_the_file_says_its_licence_and_definition_and_the_page_of_open_data_each_column(
    browser: PageClient, history: Trio
) -> None:
    browser.get("/api/v1/fremdrift")
    data = browser.response.json
    assert data is not None
    shared = {name: data[name] for name in ("counted_at", "definition_version", "licence")}
    for address, delimiter in (("/api/v1/fremdrift.csv", ","), ("/api/v1/fremdrift-excel.csv", ";")):
        browser.get(address)
        lines = list(
            csv.DictReader(io.StringIO(browser.response.text.removeprefix("\ufeff")), delimiter=delimiter, strict=True)
        )
        assert len(lines) > 30
        assert all(line | shared == line for line in lines)
        assert not any(None in line or None in line.values() for line in lines), "each row has all columns and no more"
    browser.get("/fremdrift")
    link = browser.page.select_one('#slik-teller-vi a[href="/apne-data"]')
    assert link is not None
    browser.get("/apne-data")
    explained = [row.find(["th", "td"]).get_text(strip=True) for row in browser.page.select("main table tbody tr")]  # type: ignore[union-attr]  # a row has cells
    assert explained == list(lines[0])
    linked = {str(link["href"]) for link in browser.page.select("main a[href]")}
    assert {"/api/v1/fremdrift", "/api/v1/fremdrift.csv", "/api/v1/fremdrift-excel.csv", data["licence"]} <= linked


def test_what_is_counted_is_kept_and_is_what_counting_anew_gives(app: Flask, session: Session, history: Trio) -> None:
    with app.test_request_context():
        first = current_progress()
        assert current_progress() is first
    fresh = progress(session, goal=1000, programme_start=PROGRAMME_START, today=history.today, now=history.now)
    assert first == fresh
    session.add(step(JobEventKind.STARTED, date(2026, 3, 2), job=1, recorded_at=history.now))
    session.commit()
    with app.test_request_context():
        again = current_progress()
        assert again.jobs.started == first.jobs.started + 1
        kept = app.extensions[KEPT_AS]
        kept.counted = ((), first)
        with kept.counting:
            shown = current_progress()
        assert shown == replace(first, is_behind=True), "while one counts, others are shown what was counted last"
        assert current_progress() == again


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Tallene ble regnet ut 23. november 2026 kl. 12:00."),
        ("nn", "Tala vart rekna ut 23. november 2026 kl. 12:00."),
        ("en", "The figures were worked out on 23 November 2026 at 12:00."),
    ],
)
def test_figures_that_are_behind_say_from_when_they_are(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, language: str, words: str
) -> None:
    browser.sign_in(person_with_role(session, Role.ANALYST)).get(f"/sprak/{language}?neste=/fremdrift")
    assert browser.page.select("[data-behind]") == []
    session.add(step(JobEventKind.STARTED, date(2026, 3, 2), job=1))
    session.commit()
    clock.forward(minutes=5)
    with app.extensions[KEPT_AS].counting:
        for address in ("/", "/fremdrift", "/fylket/jobber"):
            (behind,) = browser.get(address).select("[data-behind]")
            assert words in " ".join(behind.get_text().split())
        data = browser.client.get("/api/v1/fremdrift").json
        assert data is not None
        assert (data["counted_at"], data["is_behind"], data["jobs"]["started"]) == (NOON.isoformat(), True, 0)
    data = browser.client.get("/api/v1/fremdrift").json
    assert data is not None
    assert (data["counted_at"], data["is_behind"], data["jobs"]["started"]) == (clock.now().isoformat(), False, 1)


def test_a_start_that_is_taken_back_stands_among_the_corrections_and_names_nobody(
    browser: PageClient, session: Session, history: Trio
) -> None:
    browser.get("/fremdrift")
    assert "Ingen er tatt tilbake så langt." in browser.text
    history.undo()
    session.commit()
    browser.get("/fremdrift")
    heading = browser.page.find("h1")
    assert heading is not None
    assert " ".join(heading.get_text(" ").split()) == "6 av 1000 jobber har begynt"
    (row,) = browser.page.select("#rettelser ~ .table-scroll tbody tr, #rettelser ~ table tbody tr")
    assert [cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] == [
        "apr. 2027",
        "Jobb",
        "Dagen var feil",
        "1",
    ]
    browser.get("/api/v1/fremdrift")
    told = browser.response.json or {}
    assert told["corrections"] == [{"month": "2027-04", "counted_as": "jobs", "because": "wrong_day", "number": 1}]
    browser.get("/api/v1/fremdrift.csv")
    assert "started_taken_back,month,wrong_day,Dagen var feil,1,,2027-04-30" in browser.response.text
    (event,) = session.scalars(select(JobEvent).where(JobEvent.kind == JobEventKind.UNDONE))
    for figure in (Figure.STARTED, Figure.PEOPLE):
        moment = Moment(PROGRAMME_START, history.today, history.now)
        assert event.source_ref not in {one.source_ref for one in events_behind(session, figure, moment, paid=True)}


def test_small_numbers_of_how_it_goes_are_hidden_on_the_page_and_null_in_the_data(
    browser: PageClient, session: Session
) -> None:
    for job in range(6):
        session.add(step(JobEventKind.STARTED, date(2025, 6, 2), job=job))
    for job in range(2):
        session.add(step(JobEventKind.ENDED, date(2025, 8, 1), job=job, id=UUID(int=100 + job)))
    browser.get("/fremdrift")
    cards = {one: browser.page.select_one(f'[data-figure="{one.value}"]') for one in Figure}
    shown = {one: " ".join(card.get_text(" ").split()) for one, card in cards.items() if card is not None}
    assert shown[Figure.STARTED].startswith("6")
    assert all(shown[one].startswith("skjult") for one in (Figure.AT_WORK, Figure.ENDED, Figure.NOT_HEARD_OF))
    assert "Små tall er skjult, så ingen skal kunne kjennes igjen." in browser.text
    browser.get("/api/v1/fremdrift")
    assert browser.response.json is not None
    jobs = browser.response.json["jobs"]
    assert (jobs["started"], jobs["at_work"], jobs["ended"], jobs["not_heard_of"]) == (6, None, None, None)


def test_an_empty_page_is_a_page(browser: PageClient) -> None:
    browser.get("/fremdrift")
    assert "0 av 1000 jobber har begynt" in browser.text
    assert "Ingen jobber er kommet så langt ennå." in browser.text
    browser.get("/api/v1/fremdrift")
    assert browser.response.json["started_by_month"] == []  # type: ignore[index]  # JSON


def test_page_json_and_csv_agree(browser: PageClient, history: Trio) -> None:
    browser.get("/fremdrift")
    rows = {
        cells[0]: cells[1]
        for row in browser.page.select("main table tr")
        if len(cells := [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]) == 2
    }
    page_text = browser.text
    browser.get("/api/v1/fremdrift")
    answer, data = browser.response, browser.response.json
    assert data is not None
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert (data["goal"], data["jobs"]["started"], data["unpaid_training"]["started"]) == (1000, 7, 1)
    for table in ("started_by_municipality", "started_by_kind"):
        for group in data[table]["groups"]:
            assert rows.get(group["name"]) == f"{group['from']}–{group['to']}"
            assert group["name"] in page_text
    (thirteen, *_) = data["lasting"]
    assert f"Bekreftet for {thirteen['lasted']} av {thirteen['due']} jobber" in page_text

    browser.get("/api/v1/fremdrift.csv")
    lines = list(csv.DictReader(io.StringIO(browser.response.text)))
    by_key = {(line["measure"], line["group"], line["code"], line["as_of"]): line["value"] for line in lines}
    assert by_key["started", "county", "", data["as_of"]] == "7"
    assert by_key["unpaid_training_started", "county", "", data["as_of"]] == "1"
    for group in data["started_by_municipality"]["groups"]:
        value = by_key["started", "municipality", group["code"], data["closed_month"]]
        assert value == ""
    of_municipalities = [line for line in lines if line["group"] == "municipality"]
    assert [(line["code"], line["from"], line["to"], line["hidden"]) for line in of_municipalities] == [
        (group["code"], str(group["from"]), str(group["to"]), "0")
        for group in data["started_by_municipality"]["groups"]
    ]
    assert by_key["started", "closed_month", "", data["closed_month"]] == "7"
    untouched = browser.response.data
    browser.get("/sprak/en?neste=/api/v1/fremdrift.csv")
    assert browser.response.data == untouched, "the reader's language does not change the file"
    browser.get("/api/v1/fremdrift.csv", status=304, headers={"If-None-Match": browser.response.headers["ETag"]})


def test_nothing_in_the_open_data_leads_to_a_person_or_an_employer(browser: PageClient, history: Trio) -> None:
    for address in ("/api/v1/fremdrift", "/api/v1/fremdrift.csv", "/api/v1/fremdrift-excel.csv"):
        browser.get(address)
        text = browser.response.text
        assert history.employer.orgnr not in text
        assert history.employer.name not in text
        assert str(history.person.count_ref) not in text


def test_every_figure_is_exactly_its_events(session: Session, history: Trio) -> None:
    now = progress(session, goal=1000, programme_start=PROGRAMME_START, today=history.today, now=history.now)
    live = Moment(PROGRAMME_START, history.today, history.now)
    for ladder in (now.jobs, now.training):
        behind = {figure: events_behind(session, figure, live, paid=ladder.paid) for figure in Figure}
        assert sum(one.positions for one in behind[Figure.POSTED]) == ladder.posted
        assert sum(one.positions for one in behind[Figure.PLEDGED]) == ladder.pledged
        assert len(behind[Figure.AGREED]) == ladder.agreed
        assert len(behind[Figure.STARTED]) == ladder.started
        assert len(behind[Figure.PEOPLE]) == ladder.people
        assert len(behind[Figure.AT_WORK]) == ladder.at_work
        assert len(behind[Figure.ENDED]) == ladder.ended
        assert len(behind[Figure.NOT_HEARD_OF]) == ladder.not_heard_of
        for one in ladder.lasting:
            assert len(behind[Figure(f"due_{one.weeks}")]) == one.due
            assert len(behind[Figure(f"lasted_{one.weeks}")]) == one.lasted
            assert len(behind[Figure(f"left_{one.weeks}")]) == one.ended
            assert len(behind[Figure(f"unheard_{one.weeks}")]) == one.not_heard_of
    assert now.jobs.agreed == 8
    closed = events_behind(session, Figure.STARTED, closed_month(PROGRAMME_START, history.today), paid=True)
    assert len(closed) == now.by_municipality.total
    summer = [one for one in closed if one.opening_kind is OpeningKind.SUMMER_JOB]
    assert len(summer) == 1, "where and what a job is follows from its latest start"


NAMES_OF_OLD = (
    "",
    *(f"tall={figure}&lonn={paid}{per}" for figure in Figure for paid in ("ja", "nei") for per in ("", "&per=maaned")),
    *(f"hendelse={kind}" for kind in JobEventKind),
    *(f"type={kind}" for kind in OpeningKind),
    "tall=started&per=maaned&vis=kommune",
    "tall=started&per=maaned&vis=kommune&kommune=3205",
    "kommune=3205",
)
"""What one could once ask the page for: the events behind a figure, filtered in each way."""


def rows_of_places(browser: PageClient) -> list[list[str]]:
    """The rows of the list of paid places."""
    rows = browser.page.select("#plassene tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in rows]


@pytest.mark.parametrize("role", [Role.ANALYST, Role.PROGRAMME_LEAD])
def test_no_row_the_county_gets_is_about_a_person(
    browser: PageClient, session: Session, history: Trio, role: Role
) -> None:
    browser.sign_in(person_with_role(session, role))
    found = session.scalars(select(JobEvent).where(JobEvent.person_ref.is_not(None))).all()
    session.commit()
    assert {JobEventKind.AGREED, JobEventKind.STARTED, JobEventKind.LASTED_13} <= {event.kind for event in found}
    browser.get("/fylket/jobber")
    (posting, *more) = rows_of_places(browser)
    assert (posting[1:], len(more)) == (["Lagt ut", "Sommerjobb", "Lillestrøm", "1", "Nei"], 1)
    browser.get("/fylket/jobber.csv")
    plain = browser.response.text
    for query in NAMES_OF_OLD:
        browser.get(f"/fylket/jobber?{query}")
        assert [row[1] for row in rows_of_places(browser)] == ["Lagt ut", "Lagt ut"], query
        assert browser.page.select("main form") == [], "there is nothing to filter by"
        assert [link for link in browser.page.select("main a[href]") if "tall=" in str(link["href"])] == []
        browser.get(f"/fylket/jobber.csv?{query}")
        assert browser.response.text == plain, query
    lines = list(csv.DictReader(io.StringIO(plain)))
    assert {line["Hendelse"] for line in lines} == {"Lagt ut"}
    assert not any(str(ref) in plain for event in found for ref in (event.person_ref, event.source_ref))


def test_the_county_takes_the_paid_places_along(browser: PageClient, session: Session, history: Trio) -> None:
    analyst = person_with_role(session, Role.ANALYST)
    browser.sign_in(analyst).get("/fylket/jobber")
    shown = [(row[1], row[2], row[3], row[4], row[5]) for row in rows_of_places(browser)]
    links = [browser.page.find("a", string=words) for words in ("CSV for andre programmer", "CSV for Excel")]
    for address, delimiter in zip([str(link["href"]) for link in links if link is not None], ",;", strict=True):  # type: ignore[index]  # tags
        browser.get(address)
        text = browser.response.text.removeprefix("\ufeff")
        lines = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))
        columns = ("Hendelse", "Type plass", "Kommune", "Antall stillinger", "Sertifisert")
        assert [tuple(line[name] for name in columns) for line in lines] == shown
        assert history.employer.name not in text
    logged = session.scalars(select(AuditEvent).where(AuditEvent.action == "job_events.exported")).all()
    assert [(one.actor_id, one.details["events"]) for one in logged] == [(analyst.id, 2)] * 2


def test_an_unpaid_place_is_no_row_for_the_county(browser: PageClient, session: Session) -> None:
    session.add(step(JobEventKind.POSTED, date(2026, 3, 2), job=1, opening_kind=OpeningKind.WORK_TRAINING_FULL))
    session.add(step(JobEventKind.PLEDGED, date(2026, 3, 3), job=2, positions=7, municipality_number=None))
    browser.sign_in(person_with_role(session, Role.ANALYST)).get("/fylket/jobber")
    assert [row[1:] for row in rows_of_places(browser)] == [["Lovet", "Fast jobb", "Ikke kjent", "7", "Nei"]]


def test_the_paid_places_stand_on_pages(browser: PageClient, session: Session) -> None:
    for job in range(60):
        session.add(step(JobEventKind.POSTED, date(2026, 1, 1) + timedelta(days=job), job=job, positions=job + 1))
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/jobber")
    assert [row[4] for row in rows_of_places(browser)] == [str(number) for number in range(60, 10, -1)]
    assert browser.page.select_one('main a[href="/fylket/jobber?side=2"]') is not None
    browser.get("/fylket/jobber?side=2")
    assert [row[4] for row in rows_of_places(browser)] == [str(number) for number in range(10, 0, -1)]
    browser.get("/fylket/jobber?side=999&hendelse=tull")
    assert len(rows_of_places(browser)) == 10
    browser.get("/fylket/jobber.csv")
    assert len(list(csv.DictReader(io.StringIO(browser.response.text)))) == 60


def test_the_county_sees_its_totals_and_the_tables_as_everybody_does(
    browser: PageClient, session: Session, history: Trio
) -> None:
    few = verified_organisation(session)
    few.workplaces[0].municipality_number = "3242"
    trio(session, employer=few, worker=history.worker, first_name="Siv").agree().start()
    session.commit()

    def tables() -> dict[str, list[str]]:
        found = {}
        for table in browser.page.select("main table"):
            caption = table.find("caption")
            if caption is not None and caption.get_text(strip=True) in ("Etter kommune", "Etter type"):
                found[caption.get_text(strip=True)] = [row.get_text(" ", strip=True) for row in table.select("tr")]
        return found

    browser.get("/fremdrift")
    public = tables()
    browser.sign_in(person_with_role(session, Role.ANALYST)).get("/fylket/jobber")
    assert tables() == public
    assert [len(rows) > 2 for rows in public.values()] == [True, True]
    cards = [" ".join(card.get_text(" ").split()) for card in browser.page.select(".figure-card")]
    assert cards == [
        "8 jobber har begynt av 1000", "9 jobber er avtalt", "22 stillinger er lagt ut", "0 stillinger er lovet",
        "1 har begynt i arbeidstrening uten lønn Telles for seg.",
    ]  # fmt: skip


def test_what_lasts_of_few_jobs_is_hidden_from_the_county_too(browser: PageClient, session: Session) -> None:
    for job in range(4):
        session.add(step(JobEventKind.STARTED, date(2025, 6, 2), job=job))
        session.add(step(JobEventKind.LASTED_13, date(2025, 9, 1), job=job, id=UUID(int=100 + job)))
    browser.sign_in(person_with_role(session, Role.ANALYST)).get("/fylket/jobber")
    (table,) = (one for one in browser.page.select("main table") if "Jobber som varer" in one.get_text())
    cells = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")]
    assert [row[:2] for row in cells] == [[f"{weeks} uker", "skjult"] for weeks in (13, 26, 52)]


SPLITS = [
    ((6, 7, 8), (6, 7, 8)),
    ((9, 0, 0), (9, 0, 0)),
    ((20, 1, 2), (20, None, None)),
    ((20, 1, 6), (20, None, None)),
    ((2, 3, 20), (None, None, 20)),
    ((3, 20, 8), (None, 20, None)),
    ((2, 2, 2), (None, None, None)),
    ((4, 4, 6), (None, None, None)),
    ((2, 1, 0), (None, None, None)),
]
"""Of 13 weeks those that lasted, ended before and are not heard of, and what is told of each."""


@pytest.mark.parametrize(("split", "told"), SPLITS)
def test_page_json_csv_and_county_hide_the_same_of_a_split(
    browser: PageClient, session: Session, split: tuple[int, ...], told: tuple[int | None, ...]
) -> None:
    after = {0: (JobEventKind.LASTED_13, date(2025, 9, 1)), 1: (JobEventKind.ENDED, date(2025, 7, 1))}
    jobs = [outcome for outcome, number in enumerate(split) for _ in range(number)]
    for job, outcome in enumerate(jobs, start=1):
        session.add(step(JobEventKind.STARTED, date(2025, 6, 2), job=job))
        if outcome in after:
            session.add(step(*after[outcome], job=job, id=uuid4()))
    browser.get("/api/v1/fremdrift")
    data = browser.response.json
    assert data is not None
    one = data["lasting"][0]
    names = ("lasted", "ended", "not_heard_of")
    assert (one["due"], tuple(one[name] for name in names)) == (len(jobs), told)

    browser.get("/api/v1/fremdrift.csv")
    lines = {line["measure"]: line for line in csv.DictReader(io.StringIO(browser.response.text))}
    in_file = [lines[f"{name}_13_weeks"] for name in names]
    assert [(line["value"], line["hidden"]) for line in in_file] == [
        ("", "1") if count is None else (str(count), "0") for count in told
    ]
    for name in ("at_work", "ended", "not_heard_of"):
        assert (lines[name]["hidden"] == "1") == (data["jobs"][name] is None) == (lines[name]["value"] == "")

    browser.get("/fremdrift")
    (words,) = browser.page.select('[data-split="13"]')
    numbers = {int(number) for number in re.findall(r"\d+", words.get_text())}
    assert numbers == {len(jobs), *(count for count in told if count is not None)}
    assert ("Små tall er skjult" in words.get_text()) == (None in told and len(jobs) >= 5)

    browser.sign_in(person_with_role(session, Role.ANALYST)).get("/fylket/jobber")
    (table,) = (one for one in browser.page.select("main table") if "Jobber som varer" in one.get_text())
    first = [cell.get_text(strip=True) for cell in table.select("tbody tr")[0].find_all("td")]
    assert first == [*("skjult" if count is None else str(count) for count in told), str(len(jobs))]


@pytest.mark.parametrize("plain", ["/api/v1/fremdrift.csv", "/fylket/jobber.csv"])
def test_each_csv_is_there_for_programs_and_for_excel(
    browser: PageClient, session: Session, history: Trio, plain: str
) -> None:
    browser.sign_in(person_with_role(session, Role.ANALYST))
    browser.get(plain)
    answer = browser.response
    browser.get(plain.replace(".csv", "-excel.csv"))
    for_excel = browser.response
    assert not answer.data.startswith(codecs.BOM_UTF8)
    assert for_excel.data.startswith(codecs.BOM_UTF8)
    assert not for_excel.data.startswith(codecs.BOM_UTF8 * 2)
    cells = list(csv.reader(io.StringIO(answer.text)))
    assert len(cells) > 2
    assert sorted(csv.reader(io.StringIO(for_excel.text.removeprefix("\ufeff")), delimiter=";")) == sorted(cells)
    names = [one.headers["Content-Disposition"].partition("filename=")[2] for one in (answer, for_excel)]
    assert names[1] == names[0].replace(".csv", "-excel.csv")
    assert {one.mimetype for one in (answer, for_excel)} == {"text/csv"}


def test_every_csv_has_its_twin_for_excel(app: Flask) -> None:
    addresses = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.endswith(".csv")}
    plain = {one for one in addresses if not one.endswith("-excel.csv")}
    assert len(plain) >= 2
    assert addresses - plain == {one.replace(".csv", "-excel.csv") for one in plain}


def test_every_figure_begins_with_the_first_day_of_the_programme(browser: PageClient, session: Session) -> None:
    for job, day in enumerate((date(2024, 12, 31), date(2025, 1, 1))):
        for kind in (JobEventKind.PLEDGED, JobEventKind.POSTED, JobEventKind.AGREED, JobEventKind.STARTED):
            session.add(step(kind, day, job=job))
        session.add(step(JobEventKind.LASTED_13, day + timedelta(weeks=13), job=job))
    browser.get("/api/v1/fremdrift")
    data = browser.response.json
    assert data is not None
    ladder = {"pledged": 1, "posted": 1, "agreed": 1, "started": 1, "people": 1}
    assert data["jobs"] == ladder | {"at_work": None, "ended": None, "not_heard_of": None}
    assert [one["due"] for one in data["lasting"]] == [1, 1, 1]
    assert (data["started_by_municipality"]["total"], data["started_by_kind"]["total"]) == (1, 1)
    assert data["started_by_month"][0] == {"month_end": "2025-01-31", "started": 1}
    for figure in (Figure.PLEDGED, Figure.POSTED, Figure.AGREED, Figure.STARTED, Figure.DUE_13, Figure.LASTED_13):
        for moment in (Moment(PROGRAMME_START, NOON.date(), NOON), closed_month(PROGRAMME_START, NOON.date())):
            assert len(events_behind(session, figure, moment, paid=True)) == 1, f"{figure} {moment.day}"


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.ADMINISTRATOR, Role.CERTIFIER])
def test_the_county_page_is_for_those_who_must_defend_the_figures(
    browser: PageClient, session: Session, role: Role
) -> None:
    browser.sign_in(person_with_role(session, role))
    browser.get("/fylket/jobber", status=403)
    browser.get("/fylket/jobber.csv", status=403)
    browser.get("/fylket/jobber-excel.csv", status=403)
