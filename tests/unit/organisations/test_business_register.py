"""Enhetsregisteret's answers become values, as far as they can be read, and its troubles are told apart."""

import json
import socket
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from app.adapters.business_register.http import HttpBusinessRegister
from register.organisations.business_register import (
    NoAnswer,
    PageBelow,
    Refused,
    RegisterAnswer,
    RegisteredAddress,
    RegisteredBranch,
    RegisteredUnit,
)
from register.organisations.number import format_organisation_number
from register.organisations.types import Listed, RefusalReason, Sector, Trouble
from tests.support.strange_servers import (
    StrangeServer,
    drips_its_answer,
    drips_its_headers,
    drips_until_it_hangs_up,
    has_no_end,
    knows_no_unit_and_drips_the_workplace,
    strange_server,
)

RECORDINGS = Path(__file__).parents[2] / "recordings" / "brreg"
UNIT, WORKPLACE = "290000378", "290000742"
Answer = httpx.Response | Exception
Answers = dict[str, Answer]


def recorded(name: str, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=(RECORDINGS / f"{name}.json").read_bytes())


def changed(name: str, **changes: object) -> httpx.Response:
    return httpx.Response(200, json={**json.loads((RECORDINGS / f"{name}.json").read_text("utf-8")), **changes})


NOT_FOUND = recorded("not_found", 404)


def register_with(answers: Answers) -> HttpBusinessRegister:
    """A register that answers by path and, for lists, page; every other question is a mistake of the adapter."""

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api")
        page = request.url.params.get("page")
        found = answers[f"{path}?page={page}" if page else path]
        if isinstance(found, Exception):
            raise found
        return found

    return HttpBusinessRegister("https://register.test/api/", httpx.MockTransport(answer), synthetic=True)


def look_up(orgnr: str, answers: Answers) -> RegisterAnswer:
    return register_with(answers).look_up(orgnr)


def below(answers: Answers, listed: Listed = Listed.WORKPLACES, page: int = 0) -> PageBelow | NoAnswer:
    return register_with(answers).page_below(UNIT, listed, page)


def unit_answers(**changes: object) -> Answers:
    return {f"/enheter/{UNIT}": changed("unit", **changes)}


def test_a_unit_in_order_is_read() -> None:
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
    assert unit.parent_orgnr is None


def test_the_open_workplaces_come_page_by_page() -> None:
    answers: Answers = {f"/underenheter?page={page}": recorded(f"unit_workplaces_page_{page}") for page in (0, 1)}
    first, second = below(answers), below(answers, page=1)
    assert isinstance(first, PageBelow)
    assert isinstance(second, PageBelow)
    assert (first.pages, first.whole, second.whole) == (2, True, True)
    assert [place.name for place in (*first.workplaces, *second.workplaces)] == [
        "GRANLIA KAFÉ AS AVD LILLESTRØM",
        "GRANLIA KAFÉ AS AVD ÅS",
    ]
    assert second.workplaces[0].address.municipality_number == "3218"


def test_a_ledd_knows_what_is_above_it_and_a_list_names_the_ledd_below() -> None:
    school = look_up("290004071", {"/enheter/290004071": changed("public_school", overordnetEnhet=UNIT)})
    assert isinstance(school, RegisteredUnit)
    assert (school.form_code, school.parent_orgnr) == ("ORGL", UNIT)
    page = below({"/enheter?page=0": recorded("branches")}, Listed.BRANCHES)
    assert page == PageBelow(branches=(RegisteredBranch("290004071", "VIKODDEN VIDEREGÅENDE SKOLE"),))


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
        },
    )
    assert isinstance(unit, RegisteredUnit)
    assert unit.employees is None
    assert below({"/underenheter?page=0": recorded("no_workplaces")}) == PageBelow()
    assert unit.address == RegisteredAddress()
    assert unit.postal == RegisteredAddress("Postboks 4", "2040", "Kløfta")


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


def test_a_unit_taken_out_of_view_is_told_from_a_deleted_one() -> None:
    assert look_up(UNIT, {f"/enheter/{UNIT}": recorded("removed", 410)}) == Refused(RefusalReason.REMOVED)


def test_a_date_of_deletion_counts_even_where_it_cannot_be_read() -> None:
    answer = look_up(UNIT, {f"/enheter/{UNIT}": recorded("deletion_unreadable")})
    assert answer == Refused(RefusalReason.DELETED, "GRANLIA KAFÉ AS")


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


def read(recording: str) -> RegisteredUnit:
    """The unit that is read out of a recording."""
    unit = look_up(UNIT, {**unit_answers(), f"/enheter/{UNIT}": recorded(recording)})
    assert isinstance(unit, RegisteredUnit)
    return unit


STREET_1 = RegisteredAddress("Storgata 1", "2000", "Lillestrøm", "3205")


@pytest.mark.parametrize(
    ("recording", "address"),
    [
        ("address_null", RegisteredAddress()),
        ("address_lines_null", STREET_1),
        ("address_lines_empty", RegisteredAddress(None, "2000", "Lillestrøm", "3205")),
        ("address_line_no_list", STREET_1),
        ("wrong_types", RegisteredAddress(None, None, "Lillestrøm", None)),
        ("address_postal_too", STREET_1),
    ],
)
def test_whatever_is_missing_of_an_address_the_rest_is_read(recording: str, address: RegisteredAddress) -> None:
    assert read(recording).address == address


def test_the_postal_address_stands_apart_and_never_says_in_which_municipality_a_unit_lies() -> None:
    assert read("address_postal_too").postal == RegisteredAddress("Postboks 4", "0150", "Oslo")
    assert read("unit").postal is None


def test_an_address_abroad_keeps_its_country_and_its_own_spelling() -> None:
    assert read("address_foreign").postal == RegisteredAddress(
        "Exempelgatan 3", None, "111 22 STOCKHOLM", country="Sverige"
    )


def test_a_field_of_another_type_is_unknown_and_the_log_says_which_without_its_value(
    capsys: pytest.CaptureFixture[str],
) -> None:
    unit = read("wrong_types")
    assert (unit.employees, unit.industry_code, unit.name) == (None, None, format_organisation_number(UNIT))
    told = capsys.readouterr().out
    for field in ("antallAnsatte", "navn", "adresse", "postnummer", "kommunenummer", "naeringskode1"):
        assert field in told
    for value in ("mange", "GRANLIA", "Storgata", "56.110"):
        assert value not in told


def test_a_number_may_be_written_as_a_number() -> None:
    assert read("number_as_number").orgnr == UNIT


def test_texts_longer_than_their_column_are_cut_and_say_so_while_a_longer_code_is_unknown() -> None:
    unit = read("long_texts")
    for text in (unit.name, unit.industry_name, unit.address.street):
        assert text is not None
        assert len(text) <= 200
        assert text.endswith("…")
    assert (unit.industry_code, unit.address.postcode, unit.address.municipality_number) == (None, None, None)


def test_a_unit_without_a_name_is_called_by_its_number() -> None:
    assert read("without_name").name == format_organisation_number(UNIT)


def test_what_cannot_be_printed_is_left_out_and_a_letter_with_its_accent_is_one() -> None:
    assert read("unprintable").name == "GRANLIA KAFÉ AS"


@pytest.mark.parametrize("recording", ["without_bankruptcy", "bankruptcy_null"])
def test_a_bankruptcy_that_is_not_said_is_unknown_and_not_none(
    recording: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = look_up(UNIT, {**unit_answers(), f"/enheter/{UNIT}": recorded(recording)})
    assert answer == NoAnswer(Trouble.INCOMPLETE)
    assert alarmed(capsys)


def test_false_in_words_is_false() -> None:
    assert read("bankruptcy_as_text").orgnr == UNIT


def test_a_bad_underenhet_stops_no_other_and_the_list_is_known_to_lack_some() -> None:
    page = below({"/underenheter?page=0": recorded("workplaces_some_bad")})
    assert isinstance(page, PageBelow)
    assert [(place.orgnr, place.name) for place in page.workplaces] == [
        (WORKPLACE, format_organisation_number(WORKPLACE)),
        ("290001854", "GRANLIA KAFÉ AS AVD LILLESTRØM"),
    ]
    assert page.workplaces[1].address == RegisteredAddress()
    assert not page.whole


def test_the_same_underenhet_twice_on_a_page_is_one() -> None:
    page = below({"/underenheter?page=0": recorded("workplaces_twice")})
    assert isinstance(page, PageBelow)
    assert [place.orgnr for place in page.workplaces] == [WORKPLACE]
    assert page.whole


@pytest.mark.parametrize(("recording", "found"), [("workplaces_without_pages", 1), ("workplaces_null", 0)])
def test_a_list_that_does_not_say_all_is_used_as_far_as_it_goes(recording: str, found: int) -> None:
    page = below({"/underenheter?page=0": recorded(recording)})
    assert isinstance(page, PageBelow)
    assert len(page.workplaces) == found
    assert not page.whole


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (httpx.Response(502), Trouble.SILENT),
        (httpx.ReadTimeout("slow"), Trouble.SILENT),
        (httpx.Response(200, html="<html>Vedlikehold</html>"), Trouble.UNREADABLE),
        (NOT_FOUND, Trouble.UNREADABLE),
    ],
)
def test_a_page_that_fails_is_no_answer_and_never_an_empty_list(answer: Answer, trouble: Trouble) -> None:
    assert below({"/underenheter?page=0": answer}) == NoAnswer(trouble)


def test_an_answer_about_another_number_is_no_answer() -> None:
    assert look_up("290004071", {"/enheter/290004071": recorded("unit")}) == NoAnswer(Trouble.OTHER_NUMBER)
    answers: Answers = {"/enheter/290004071": NOT_FOUND, "/underenheter/290004071": recorded("workplace")}
    assert look_up("290004071", answers) == NoAnswer(Trouble.OTHER_NUMBER)


def test_a_number_of_the_test_population_is_not_asked_about_in_a_real_house() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return NOT_FOUND

    register = HttpBusinessRegister("https://register.test/api", httpx.MockTransport(answer))
    assert register.look_up(UNIT) == register.look_up("310000026") == Refused(RefusalReason.SYNTHETIC)
    assert asked == []
    assert register.look_up("974760673") == Refused(RefusalReason.NOT_FOUND)


def alarmed(capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether something was logged that somebody must look at."""
    return "[error" in (told := capsys.readouterr().out) or '"level": "error"' in told


GARBAGE = httpx.Response(200, html="<html>Vedlikehold</html>")
SILENT: dict[str, Callable[[], Answers]] = {
    "no network": lambda: {f"/enheter/{UNIT}": httpx.ConnectError("no network")},
    "too slow": lambda: {f"/enheter/{UNIT}": httpx.ReadTimeout("slow")},
    "out of order": lambda: {f"/enheter/{UNIT}": httpx.Response(503)},
    "asked too often": lambda: {f"/enheter/{UNIT}": httpx.Response(429)},
    "out of order for workplaces": lambda: {
        f"/enheter/{UNIT}": NOT_FOUND,
        f"/underenheter/{UNIT}": httpx.Response(500),
    },
}
UNREADABLE: dict[str, Callable[[], Answers]] = {
    "HTML instead of JSON": lambda: {f"/enheter/{UNIT}": GARBAGE},
    "a list instead of a unit": lambda: {f"/enheter/{UNIT}": httpx.Response(200, json=[])},
    "a unit without number": lambda: {f"/enheter/{UNIT}": httpx.Response(200, json={"navn": "uten nummer"})},
    "too deep to read": lambda: {f"/enheter/{UNIT}": httpx.Response(200, text="[" * 100_000)},
    "a question that is not understood": lambda: {f"/enheter/{UNIT}": httpx.Response(400)},
}


@pytest.mark.parametrize("answers", SILENT.values(), ids=SILENT.keys())
def test_trouble_on_the_way_is_silence_and_never_a_refusal(
    answers: Callable[[], Answers], capsys: pytest.CaptureFixture[str]
) -> None:
    assert look_up(UNIT, answers()) == NoAnswer(Trouble.SILENT)
    assert not alarmed(capsys)


@pytest.mark.parametrize("answers", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_an_alarm_and_never_a_refusal(
    answers: Callable[[], Answers], capsys: pytest.CaptureFixture[str]
) -> None:
    assert look_up(UNIT, answers()) == NoAnswer(Trouble.UNREADABLE)
    assert alarmed(capsys)


@pytest.mark.parametrize("talk", [drips_its_headers, drips_its_answer])
def test_a_register_that_sends_a_byte_now_and_then_is_silent(
    talk: Callable[[StrangeServer, socket.socket], None],
) -> None:
    with strange_server(talk) as server:
        register = HttpBusinessRegister(f"http://127.0.0.1:{server.port}", synthetic=True, longest=0.5)
        assert register.look_up(UNIT) == NoAnswer(Trouble.SILENT)
        assert server.left_by_the_other.wait(30)


def test_an_answer_without_an_end_is_unreadable_and_is_not_read_to_the_end() -> None:
    with strange_server(has_no_end) as server:
        register = HttpBusinessRegister(f"http://127.0.0.1:{server.port}", synthetic=True)
        assert register.look_up(UNIT) == NoAnswer(Trouble.UNREADABLE)
        assert server.left_by_the_other.wait(30)


def test_an_answer_that_was_cut_off_is_silence_though_it_looks_like_its_end() -> None:
    with strange_server(drips_until_it_hangs_up) as server:
        register = HttpBusinessRegister(f"http://127.0.0.1:{server.port}", synthetic=True, longest=0.5)
        assert register.look_up(UNIT) == NoAnswer(Trouble.SILENT)


def test_the_second_question_is_cut_off_too() -> None:
    """A number that no legal entity has is asked for as that of a workplace."""
    with strange_server(knows_no_unit_and_drips_the_workplace) as server:
        register = HttpBusinessRegister(f"http://127.0.0.1:{server.port}", synthetic=True, longest=0.5)
        assert register.look_up(UNIT) == NoAnswer(Trouble.SILENT)
        assert server.left_by_the_other.wait(30)
