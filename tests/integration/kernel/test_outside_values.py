"""What is sent from outside is a page or a message at a field, whatever it is: known bad examples, each kind once."""

import io
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from wtforms import (
    DateField,
    FieldList,
    FloatField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import NumberRange

from app.kernel.addresses import address_with_query, safe_path
from app.kernel.forms.base import EditForm
from app.kernel.forms.numbers import LARGEST_NUMBER, whole_number
from app.kernel.forms.sent import LONGEST_TEXT
from app.kernel.forms.validators import AtMost, Optional
from certification.network import sign_ups
from certification.network.models import SignUp
from ground.act import Act
from matching.records.tables.proposal import Proposal
from matching.records.types import ProposalState
from register.roles.types import Role
from tests.factories.candidates import can_sign_in, candidate, proposed
from tests.factories.certificates import certificate_of
from tests.factories.network import gathering
from tests.factories.openings import published
from tests.factories.register import counsellor, leader_of, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON

HUGE = "9" * 310
TOO_LARGE, TOO_LONG = "Tallet er for stort.", "Teksten er for lang."


class Everything(EditForm):
    """A form with a field of each kind that may be left empty."""

    text = StringField("Tekst", [AtMost(20, "Høyst 20.")], default="før")
    rows = FieldList(StringField("Rad"), max_entries=5)
    number = IntegerField("Tall", [Optional(), NumberRange(0, 10, "Fra 0 til 10.")])
    amount = FloatField("Mengde", [Optional()])
    day = DateField("Dag", [Optional()])
    choice = RadioField("Valg", [Optional()], choices=["ja", "nei"])
    several = SelectMultipleField("Flere", [Optional()], choices=["a", "b"])
    one_of = SelectField("Liste", choices=["", "a"], default="a")


Sends = Callable[..., Everything]
KEPT = {
    "text": "kept",
    "number": 5,
    "amount": 1.5,
    "day": date(2026, 1, 1),
    "choice": "ja",
    "several": ["a"],
    "version": 7,
}


@pytest.fixture
def sends(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Sends:
    """The form as somebody sends it, for a thing that exists."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", False)

    def send(**options: Any) -> Everything:
        with app.test_request_context(method="POST", **options):
            form = Everything(data=KEPT)
            form.validate()
            return form

    return send


@pytest.mark.parametrize("options", [{}, {"data": {}}, {"json": {"text": 1}}, {"json": [1]}, {"data": b"\xff"}])
def test_fields_that_are_not_sent_are_empty_and_never_what_was_kept(sends: Sends, options: dict[str, Any]) -> None:
    form = sends(**options)
    said = {name: form[name].data for name in KEPT}
    assert said == {
        "text": "", "number": None, "amount": None, "day": None, "choice": None, "several": [], "version": None,
    }  # fmt: skip
    assert form.one_of.data == ""


def test_a_form_that_is_only_shown_has_what_was_kept(app: Flask) -> None:
    with app.test_request_context():
        form = Everything(data=KEPT)
    assert {name: form[name].data for name in KEPT} == KEPT


def test_an_identity_number_is_refused_in_every_text_without_the_form_saying_so(sends: Sends) -> None:
    form = sends(data={"text": "Ring 010203 12345", "rows-0": "01020312345", "rows-1": "Rydde"})
    assert "ligner et fødselsnummer" in form.errors["text"][0]
    assert ["ligner et fødselsnummer" in str(row.errors) for row in form.rows] == [True, False]


@pytest.mark.parametrize("name", ["number", "amount", "day", "choice", "several"])
def test_a_blank_value_is_none_and_lets_no_other_value_pass(sends: Sends, name: str) -> None:
    blank = sends(data={name: "  "})
    assert not blank.errors
    assert not blank[name].data
    two = sends(data={name: ["", "x"]})
    assert two[name].errors, "what was typed beside the blank is no choice, no number and no date"


@pytest.mark.parametrize("typed", [HUGE, f"-{HUGE}", "9" * 5000, str(LARGEST_NUMBER + 1)])
def test_a_number_beyond_all_measure_is_told_at_its_field_and_nothing_else_of_it(sends: Sends, typed: str) -> None:
    form = sends(data={"number": typed, "version": typed})
    assert [str(one) for one in form.number.errors] in ([TOO_LARGE], ["Skriv et helt tall, for eksempel 12."])
    assert form.number.data is None
    assert form.version.data is None


@pytest.mark.parametrize("typed", ["inf", "-1e308", "1e12"])
def test_so_is_an_amount(sends: Sends, typed: str) -> None:
    assert [str(one) for one in sends(data={"amount": typed}).amount.errors] == [TOO_LARGE]


def test_a_text_is_cut_before_any_rule_looks_at_it_and_told(sends: Sends) -> None:
    form = sends(data={"text": "å" * 1_000_000, "rows-0": "a" * 50_001})
    assert [str(one) for one in form.text.errors] == [TOO_LONG]
    assert len(form.text.data or "") == LONGEST_TEXT
    assert len(form.rows.entries[0].data or "") == LONGEST_TEXT
    assert form.rows.errors


@pytest.mark.parametrize("name", ["rows-²", f"rows-{'9' * 5000}", "rows-" + "1" * 10, "rows-٣"])
def test_a_name_that_no_field_has_makes_no_row(sends: Sends, name: str) -> None:
    assert sends(data={name: "x", "text": "y"}).rows.entries == []


def test_a_file_in_the_place_of_a_text_is_nothing(sends: Sends) -> None:
    form = sends(data={"text": (io.BytesIO(b"x"), "x.pdf"), "number": (io.BytesIO(b"x"), "1")})
    assert (form.text.data, form.number.data) == ("", None)


def test_a_number_is_read_leniently_and_never_beyond_what_is_kept() -> None:
    read = {
        typed: whole_number(typed) for typed in ("12", " 7 ", "0", "", None, "-1", "²", "٣", "1_0", HUGE, "9" * 5000)
    }
    assert read == {"12": 12, " 7 ": 7, "0": 0} | dict.fromkeys(["", None, "-1", "²", "٣", "1_0", HUGE, "9" * 5000])


@pytest.mark.parametrize(
    "wanted", ["/\t/elsewhere.example", "/\n/elsewhere.example", "/\t/[x", "//[x", "/\\x", "https://[x"]
)
def test_an_address_that_a_browser_reads_in_another_way_is_no_path_of_ours(wanted: str) -> None:
    assert safe_path(wanted) == ""


STEERING = "endpoint=x&_external=1&_scheme=javascript&_anchor=x&_method=POST&self=1&values=1&side=2&orgnr=x"


@pytest.mark.parametrize("page", ["/fylket/jobber", "/virksomheter", "/stillinger", "/fylket/sertifikater"])
def test_what_stands_in_an_address_steers_no_link_and_stays_a_filter(
    browser: PageClient, session: Session, page: str
) -> None:
    for number in range(30):
        certificate_of(session, verified_organisation(session, name=f"Virksomhet {number}"))
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(f"{page}?{STEERING}&q=Virksomhet")
    links = [str(link["href"]) for link in browser.page.find_all("a", href=True)]
    assert [link for link in links if not link.startswith(("/", "#", "mailto:", "https://"))] == []
    assert "localhost" not in browser.response.text, "no link is made from the name that the browser has called"


def test_the_filters_follow_to_the_next_page_and_to_another_address(
    app: Flask, browser: PageClient, session: Session
) -> None:
    for number in range(30):
        certificate_of(session, verified_organisation(session, name=f"Virksomhet {number}"))
    browser.get("/virksomheter?q=Virksomhet&_external=1&endpoint=x&side=1")
    links = [str(link["href"]) for link in browser.page.find_all("a", href=True)]
    assert "/virksomheter?q=Virksomhet&_external=1&endpoint=x&side=2" in links
    with app.test_request_context("/fylket/jobber?tall=started&tall=x&lonn=nei&endpoint=x"):
        assert address_with_query("county.jobs_csv") == "/fylket/jobber.csv?tall=started&tall=x&lonn=nei&endpoint=x"


@pytest.mark.parametrize("side", [HUGE, "9" * 5000, "-1", "²", "0", "x", ""])
@pytest.mark.parametrize("page", ["/stillinger", "/virksomheter"])
def test_no_number_of_a_page_is_too_large(browser: PageClient, page: str, side: str) -> None:
    browser.get(f"{page}?side={side}")


@pytest.mark.parametrize("page", ["/stillinger", "/virksomheter", "/fylket/brukere", "/fylket/sertifikater"])
def test_a_search_as_long_as_an_address_can_be_finds_nothing_and_a_longer_one_is_told(
    browser: PageClient, session: Session, page: str
) -> None:
    both = person_with_role(session, Role.PROGRAMME_LEAD)
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR) if page == "/fylket/brukere" else both)
    browser.get(f"{page}?q={'%25' * 2500}")
    browser.get(f"{page}?q={'%25' * 20_000}", 414)
    assert "Adressen er for lang" in browser.text


def test_a_number_in_an_address_that_no_column_keeps_leads_to_nothing(browser: PageClient, session: Session) -> None:
    browser.sign_in(counsellor(session))
    for week in (HUGE, "9" * 5000, "9999999999"):
        browser.get(f"/veileder/plasseringer/{uuid.uuid4()}/samtale/{week}", 404)


def test_names_of_fields_and_files_carry_no_null_character_either(browser: PageClient, session: Session) -> None:
    browser.sign_in(person(session)).get("/konto")
    browser.post("/konto", {"a\0": "b"}, status=400)
    browser.post("/konto", {"file": (io.BytesIO(b"x"), "a\0.pdf")}, status=400)


def test_attendance_with_a_blank_beside_the_names_is_told_and_a_blank_alone_is_nobody(
    browser: PageClient, session: Session
) -> None:
    employer = verified_organisation(session)
    certificate_of(session, employer)
    meeting = gathering(session)
    sign_ups.sign_up(
        Act(session, leader_of(session, employer).id, NOON), gathering_id=meeting.id, organisation_id=employer.id
    )
    meeting.starts_at, meeting.ends_at = NOON.replace(hour=8), NOON.replace(hour=9)
    there = f"/fylket/samlinger/{meeting.id}/oppmote"
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(there)
    browser.post(there, {"version": str(meeting.version), "attended": ["", "x"]})
    assert "Velg noe fra listen" in browser.text
    browser.post(there, {"version": str(meeting.version), "attended": ""})
    assert session.scalars(select(SignUp.attended)).all() == [False]


@pytest.mark.parametrize("reason", [" ", ["", "too_far"], HUGE, []])
def test_a_no_is_a_no_whatever_is_sent_as_its_reason(
    browser: PageClient, session: Session, reason: str | list[str]
) -> None:
    young = candidate(session, email=None)
    employer = verified_organisation(session)
    proposal = proposed(session, young, published(session, employer, leader_of(session, employer)))
    browser.sign_in(can_sign_in(session, young)).get(f"/min-side/forslag/{proposal.id}")
    browser.post(f"/min-side/forslag/{proposal.id}/nei", {"version": str(proposal.version), "reason": reason})
    told = session.scalars(select(Proposal)).one()
    assert told.state is ProposalState.CANDIDATE_NO


def test_a_text_that_is_too_long_is_told_and_comes_back_whole(browser: PageClient, session: Session) -> None:
    browser.sign_in(person(session)).get("/konto")
    typed = "Kari " * 2401
    browser.submit({"name": typed}, button="Lagre")
    assert TOO_LONG in browser.text
    shown = browser.page.select_one("input[name=name]")
    assert shown is not None
    assert shown["value"] == typed
