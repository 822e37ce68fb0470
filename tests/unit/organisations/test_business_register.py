"""Enhetsregisteret's answers become values, and its troubles become `Unreachable`."""

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from app.adapters.business_register import HttpBusinessRegister
from register.organisations.business_register import (
    Refused,
    RegisterAnswer,
    RegisteredAddress,
    RegisteredUnit,
    Unreachable,
)
from register.organisations.types import RefusalReason, Sector

RECORDINGS = Path(__file__).parents[2] / "recordings" / "brreg"
UNIT, WORKPLACE = "290000378", "290000742"
Answer = httpx.Response | Exception
Answers = dict[str, Answer]


def recorded(name: str, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=(RECORDINGS / f"{name}.json").read_bytes())


def changed(name: str, **changes: object) -> httpx.Response:
    return httpx.Response(200, json={**json.loads((RECORDINGS / f"{name}.json").read_text("utf-8")), **changes})


NOT_FOUND = recorded("not_found", 404)


def look_up(orgnr: str, answers: Answers) -> RegisterAnswer:
    """Ask a register that answers by path and, for lists, page; every other question is a mistake of the adapter."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api")
        page = request.url.params.get("page")
        found = answers[f"{path}?page={page}" if page else path]
        if isinstance(found, Exception):
            raise found
        return found

    return HttpBusinessRegister("https://register.test/api/", httpx.MockTransport(answer)).look_up(orgnr)


def unit_answers(**changes: object) -> Answers:
    return {
        f"/enheter/{UNIT}": changed("unit", **changes),
        "/underenheter?page=0": recorded("unit_workplaces_page_0"),
        "/underenheter?page=1": recorded("unit_workplaces_page_1"),
    }


def test_a_unit_in_order_comes_with_the_workplaces_of_all_pages() -> None:
    unit = look_up(UNIT, unit_answers())
    assert isinstance(unit, RegisteredUnit)
    assert (unit.orgnr, unit.name, unit.form_code, unit.form_name) == (
        UNIT,
        "GRANLIA KAFÉ AS",
        "AS",
        "Aksjeselskap",
    )
    assert (unit.sector, unit.employees, unit.industry_code) == (Sector.PRIVATE, 23, "56.110")
    assert unit.address == RegisteredAddress("Storgata 1", "2000", "Lillestrøm", "3205")
    assert [workplace.name for workplace in unit.workplaces] == [
        "GRANLIA KAFÉ AS AVD LILLESTRØM",
        "GRANLIA KAFÉ AS AVD ÅS",
    ]
    assert unit.workplaces[1].address.municipality_number == "3218"


@pytest.mark.parametrize(
    ("registered", "read"),
    [("MO I RANA", "Mo i Rana"), ("ÅS", "Ås"), ("NORDRE FOLLO", "Nordre Follo"), ("", None), (None, None)],
)
def test_a_town_in_capitals_is_written_as_people_write_it(registered: str | None, read: str | None) -> None:
    unit = look_up(UNIT, unit_answers(forretningsadresse={"poststed": registered}))
    assert isinstance(unit, RegisteredUnit)
    assert unit.address.town == read


def test_a_withheld_headcount_is_unknown_and_not_zero() -> None:
    unit = look_up(
        "290001854",
        {
            "/enheter/290001854": recorded("unit_without_headcount"),
            "/underenheter?page=0": recorded("no_workplaces"),
        },
    )
    assert isinstance(unit, RegisteredUnit)
    assert unit.employees is None
    assert unit.workplaces == ()
    assert unit.address == RegisteredAddress("Postboks 4", "2040", "Kløfta", "3209")


@pytest.mark.parametrize(
    ("recording", "orgnr", "reason"),
    [
        ("bankrupt", "290002222", RefusalReason.BANKRUPT),
        ("winding_up", "290002591", RefusalReason.WINDING_UP),
        ("deleted", "290003709", RefusalReason.DELETED),
    ],
)
def test_a_unit_that_cannot_take_part_is_refused_with_the_reason(
    recording: str, orgnr: str, reason: RefusalReason
) -> None:
    answer = look_up(orgnr, {f"/enheter/{orgnr}": recorded(recording)})
    assert isinstance(answer, Refused)
    assert answer.reason is reason
    assert answer.name


def test_a_unit_under_compulsory_winding_up_is_refused() -> None:
    answer = look_up(UNIT, unit_answers(underTvangsavviklingEllerTvangsopplosning=True))
    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.WINDING_UP


def test_a_removed_unit_counts_as_deleted() -> None:
    assert look_up(UNIT, {f"/enheter/{UNIT}": httpx.Response(410)}) == Refused(RefusalReason.DELETED)


def test_the_number_of_a_workplace_leads_to_its_legal_entity() -> None:
    answers: Answers = {
        f"/enheter/{WORKPLACE}": NOT_FOUND,
        f"/underenheter/{WORKPLACE}": recorded("workplace"),
    }
    expected = Refused(RefusalReason.IS_WORKPLACE, "GRANLIA KAFÉ AS AVD LILLESTRØM", UNIT)
    assert look_up(WORKPLACE, answers) == expected


def test_a_number_that_nobody_has_is_not_found() -> None:
    answers: Answers = {f"/enheter/{UNIT}": NOT_FOUND, f"/underenheter/{UNIT}": NOT_FOUND}
    assert look_up(UNIT, answers) == Refused(RefusalReason.NOT_FOUND)


@pytest.mark.parametrize(
    ("form", "sector_code", "sector"),
    [
        ("ORGL", "6500", Sector.PUBLIC),
        ("AS", "1120", Sector.PUBLIC),
        ("AS", "7000", Sector.NONPROFIT),
        ("STI", "2100", Sector.NONPROFIT),
        ("SA", "2100", Sector.PRIVATE),
    ],
)
def test_the_sector_follows_from_form_and_institutional_sector(form: str, sector_code: str, sector: Sector) -> None:
    unit = look_up(UNIT, unit_answers(organisasjonsform={"kode": form}, institusjonellSektorkode={"kode": sector_code}))
    assert isinstance(unit, RegisteredUnit)
    assert unit.sector is sector


GARBAGE = httpx.Response(200, html="<html>Vedlikehold</html>")


@pytest.mark.parametrize(
    "answers",
    [
        lambda: {f"/enheter/{UNIT}": httpx.ConnectError("no network")},
        lambda: {f"/enheter/{UNIT}": httpx.ReadTimeout("slow")},
        lambda: {f"/enheter/{UNIT}": GARBAGE},
        lambda: {f"/enheter/{UNIT}": httpx.Response(200, json=[])},
        lambda: {f"/enheter/{UNIT}": httpx.Response(200, json={"navn": "uten nummer"})},
        lambda: {f"/enheter/{UNIT}": httpx.Response(503)},
        lambda: {f"/enheter/{UNIT}": httpx.Response(429)},
        lambda: {f"/enheter/{UNIT}": NOT_FOUND, f"/underenheter/{UNIT}": httpx.Response(500)},
        lambda: {**unit_answers(), "/underenheter?page=1": httpx.Response(502)},
        lambda: {**unit_answers(), "/underenheter?page=0": GARBAGE},
    ],
    ids=[
        "no network",
        "too slow",
        "HTML instead of JSON",
        "a list instead of a unit",
        "a unit without number",
        "out of order",
        "asked too often",
        "out of order when asked for a workplace",
        "out of order halfway through the workplaces",
        "HTML instead of workplaces",
    ],
)
def test_trouble_on_the_way_is_no_answer_and_never_a_refusal(answers: Callable[[], Answers]) -> None:
    assert look_up(UNIT, answers()) == Unreachable()
