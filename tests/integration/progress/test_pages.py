"""The progress page, the open data and the county's trace: the same figures everywhere, each with its events."""

import codecs
import csv
import io
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask
from flask_babel import force_locale
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.progress.definition import TERMS, VERSION
from config import Settings
from ground.audit import AuditEvent
from matching.catalogue.kinds import OpeningKind
from matching.progress.figures import closed_month, progress
from matching.progress.models import JobEvent
from matching.progress.rules.jobs import Moment
from matching.progress.trace import Figure, events_behind
from matching.progress.types import JobEventKind
from register.organisations.types import Sector
from register.roles.types import Role
from tests.factories.placements import Trio, trio
from tests.factories.register import person_with_role, verified_organisation
from tests.integration.progress.test_figures import PROGRAMME_START
from tests.support.client import PageClient


def step(kind: JobEventKind, day: date, *, job: int, **values: object) -> JobEvent:
    """One step of a job, known long before the test's today."""
    number = UUID(int=job)
    return JobEvent(
        kind=kind,
        source_ref=number,
        person_ref=None if kind in (JobEventKind.PLEDGED, JobEventKind.POSTED) else number,
        workplace_id=number,
        organisation_id=number,
        opening_kind=OpeningKind.PERMANENT_JOB,
        municipality_number="3205",
        sector=Sector.PRIVATE,
        occurred_on=day,
        recorded_at=datetime(2026, 9, 1, tzinfo=UTC),
        **values,
    )


def test_the_page_shows_the_large_number_what_lasts_and_the_definition(browser: PageClient, history: Trio) -> None:
    browser.get("/fremdrift")
    heading = browser.page.find("h1")
    assert heading is not None
    assert " ".join(heading.get_text(" ").split()) == "7 av 1000 jobber har startet"
    assert "er der fortsatt etter 13 uker Bekreftet for 5 av 7 jobber" in browser.text
    assert "For få jobber" not in browser.text
    assert "Slik teller vi" in browser.text
    assert "1 arbeidstrening er begynt gjennom Nav" in browser.text
    assert browser.page.select_one("figure.chart svg polyline") is not None


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
    browser.get("/fremdrift")
    assert f"Definisjonen er versjon {VERSION}" in browser.text


def test_an_empty_page_is_a_page(browser: PageClient) -> None:
    browser.get("/fremdrift")
    assert "0 av 1000 jobber har startet" in browser.text
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
            assert rows.get(group["name"]) == (None if group["started"] is None else str(group["started"]))
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
        assert value == ("" if group["started"] is None else str(group["started"]))


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


def test_the_county_follows_a_figure_to_its_events_and_takes_them_along(
    browser: PageClient, session: Session, history: Trio
) -> None:
    analyst = person_with_role(session, Role.ANALYST)
    browser.sign_in(analyst).get("/fylket/jobber")
    link = browser.page.find("a", string="jobber har startet")
    assert link is not None
    browser.get(str(link["href"]))  # type: ignore[index]  # a tag
    assert "Du ser bare hendelsene bak tallet «Startet»" in browser.text
    assert len(browser.page.select("#resultat tbody tr")) == 7
    browser.submit({"type": "summer_job"}, form="search form")
    assert len(browser.page.select("#resultat tbody tr")) == 1
    assert "Amina" not in browser.text
    assert history.employer.name not in browser.text

    links = [browser.page.find("a", string=words) for words in ("CSV for andre programmer", "CSV for Excel")]
    for address, delimiter in zip([str(link["href"]) for link in links if link is not None], ",;", strict=True):  # type: ignore[index]  # tags
        browser.get(address)
        text = browser.response.text.removeprefix("\ufeff")
        lines = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))
        assert [line["Type plass"] for line in lines] == ["Sommerjobb"]
        assert not {"person_ref", "source_ref", "workplace_id"} & set(lines[0])
        assert str(history.person.count_ref) not in text
    logged = session.scalars(select(AuditEvent).where(AuditEvent.action == "job_events.exported")).all()
    assert [(one.actor_id, one.details["events"]) for one in logged] == [(analyst.id, 1)] * 2


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
    browser.sign_in(person_with_role(session, Role.ANALYST))
    for figure in (Figure.PLEDGED, Figure.POSTED, Figure.AGREED, Figure.STARTED, Figure.DUE_13, Figure.LASTED_13):
        for as_of in ("", "&per=maaned"):
            browser.get(f"/fylket/jobber?tall={figure}{as_of}")
            assert len(browser.page.select("#resultat tbody tr")) == 1, f"{figure}{as_of}"


def test_the_order_of_rows_that_look_alike_hangs_on_the_secret_of_the_installation(
    app: Flask, browser: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.sign_in(person_with_role(session, Role.ANALYST))
    for job in range(20):
        # With numbers of its own for each row the order is the same in every run; the weeks tell which row it is.
        session.add(step(JobEventKind.STARTED, date(2026, 3, 2), job=job, id=UUID(int=job), planned_weeks=job + 1))

    def order(secret: str) -> list[str]:
        installation = Settings(demo=True, secret_key=SecretStr(secret))
        monkeypatch.setitem(app.extensions, "plass_settings", installation)
        browser.get("/fylket/jobber.csv")
        lines = csv.DictReader(io.StringIO(browser.response.text))
        return [line["Planlagte uker"] for line in lines]

    here, there = order("the secret of one installation"), order("the secret of another installation")
    assert here != there
    assert sorted(here, key=int) == sorted(there, key=int) == [str(weeks) for weeks in range(1, 21)]
    assert order("the secret of one installation") == here, "or a row could be missed between two pages of the list"


def test_the_trace_has_pages_and_filters(browser: PageClient, session: Session, history: Trio) -> None:
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/jobber?hendelse=lasted_13")
    assert len(browser.page.select("#resultat tbody tr")) == 5
    browser.get("/fylket/jobber?type=apprentice")
    assert "Ingen hendelser her" in browser.text
    browser.get("/fylket/jobber?side=999&hendelse=tull")
    assert "Ingen hendelser her" in browser.text


def test_date_kind_and_small_area_of_one_persons_step_never_stand_together(
    browser: PageClient, session: Session, history: Trio
) -> None:
    small = verified_organisation(session)
    small.workplaces[0].municipality_number = "3242"
    trio(session, employer=small, worker=history.worker, first_name="Siv").agree().start()
    session.commit()
    browser.sign_in(person_with_role(session, Role.ANALYST))

    def columns(address: str) -> list[tuple[str, str, str]]:
        browser.get(address)
        rows = [row.find_all(["th", "td"]) for row in browser.page.select("#resultat tbody tr")]
        return [(cells[0].get_text(), cells[2].get_text(), cells[3].get_text()) for cells in rows]

    by_kind = columns("/fylket/jobber?tall=started&per=maaned")
    assert {area for _when, _kind, area in by_kind} == {"Ikke vist"}
    by_area = columns("/fylket/jobber?tall=started&per=maaned&vis=kommune")
    assert len(by_area) == len(by_kind) == 8
    assert {(when, kind) for when, kind, _area in by_area} == {("Ikke vist", "Ikke vist")}
    assert sorted(area for _when, _kind, area in by_area) == ["Ikke vist", *["Lillestrøm"] * 7]
    for when, _kind, _area in by_kind + by_area:
        assert not when[0].isdigit(), f"{when} names a day"
    assert columns("/fylket/jobber?tall=started&per=maaned&vis=kommune&kommune=3242") == by_area
    assert columns("/fylket/jobber?tall=started&vis=kommune") == columns("/fylket/jobber?tall=started")


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.ADMINISTRATOR, Role.CERTIFIER])
def test_the_trace_is_for_those_who_must_defend_the_figures(browser: PageClient, session: Session, role: Role) -> None:
    browser.sign_in(person_with_role(session, role))
    browser.get("/fylket/jobber", status=403)
    browser.get("/fylket/jobber.csv", status=403)
    browser.get("/fylket/jobber-excel.csv", status=403)
