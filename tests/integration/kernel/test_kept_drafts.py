"""What is typed in a form survives the end of a session: for its writer alone, for a day, unsent."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import Tag
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.kernel import drafts
from app.sign_in.jobs import forget_what_is_over
from certification.cases.tables.answer import Answer
from certification.network.models import Gathering
from config import ROOT
from ground.act import Act
from ground.outbox import OutboxMessage
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.closing import close_user
from register.roles.types import Role
from register.sign_in.drafts import MOST_DRAFTS
from register.sign_in.links import link_token
from register.sign_in.models import KeptDraft
from register.sign_in.sessions import end_all_sessions
from tests.factories import candidates, cases
from tests.factories.register import leader_of, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.statements import Statements
from tests.support.world import SECRET, StoppedClock

Browsers = Callable[[], PageClient]
NEW = "/fylket/samlinger/ny"
TYPED = {
    "title": "Gode første uker",
    "about": "Tre virksomheter forteller.\r\nMed kaffe.",
    "day": "2027-01-14",
    "begins": "09:00",
    "ends": "11:30",
    "place": "Fylkeshuset",
    "capacity": "mange",
}
"""All but the number of seats is as it should be."""
KEPT = "Det du skrev, tar vi vare på i 24 timer."
NOTICE = "Dette har du skrevet, men ikke sendt"


@dataclass(frozen=True)
class Desk:
    """A browser at which people sign in with a link and are signed out from elsewhere: its cookie stays."""

    browser: PageClient
    session: Session
    clock: StoppedClock

    def sign_in(self, user: User) -> PageClient:
        """Sign in on the page that is shown, or on the sign-in page."""
        if self.browser.page.find("input", attrs={"name": "email"}) is None:
            self.browser.get("/logg-inn")
        self.browser.submit({"email": user.email})
        self.session.expire_all()
        sent = self.session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == user.email)).all()
        newest = max(sent, key=lambda one: one.created_at)
        self.clock.forward(seconds=1)
        self.browser.get(f"/logg-inn/{link_token(newest.params['link_id'], key=SECRET)}")
        self.browser.submit(button="Logg inn")
        return self.browser

    def signed_out_elsewhere(self, user: User) -> None:
        end_all_sessions(Act(self.session, None, self.clock.now()), user_id=user.id)
        self.session.commit()

    def send(self, address: str, data: dict[str, object], **options: Any) -> TestResponse:
        """What a tab sends that was opened earlier."""
        self.session.commit()
        return self.browser.client.post(address, data=data, **options)

    def value(self, name: str) -> str:
        """What stands in a field."""
        field = self.browser.page.find(attrs={"name": name})
        assert isinstance(field, Tag)
        return str(field.get("value", field.get_text().removeprefix("\n")))


@pytest.fixture
def desk(browser: PageClient, session: Session, clock: StoppedClock) -> Desk:
    return Desk(browser, session, clock)


@pytest.fixture
def lead(session: Session) -> User:
    return person_with_role(session, Role.PROGRAMME_LEAD)


@pytest.fixture
def employer(session: Session) -> Organisation:
    return verified_organisation(session)


def how_many(session: Session, kind: type[Gathering | KeptDraft]) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(kind)) or 0


def write_and_be_signed_out(desk: Desk, user: User, address: str = NEW, **typed: object) -> None:
    """Open a form, type, be signed out meanwhile, and send."""
    desk.sign_in(user).get(address)
    desk.signed_out_elsewhere(user)
    desk.browser.submit(typed or TYPED, button="Lagre")


def test_what_was_typed_waits_in_the_form_until_it_is_sent_and_makes_one_thing(
    desk: Desk, session: Session, lead: User, clock: StoppedClock
) -> None:
    write_and_be_signed_out(desk, lead)
    assert KEPT in desk.browser.text
    assert (how_many(session, Gathering), how_many(session, KeptDraft)) == (0, 1)

    desk.sign_in(lead)
    assert desk.browser.address == NEW
    assert NOTICE in desk.browser.text
    assert "23. november 2026 kl. 12:00" in desk.browser.text.replace("\xa0", " ")
    for name, text in TYPED.items():
        assert desk.value(name).replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert "Skriv et helt tall" not in desk.browser.text, "nothing was sent, so nothing is wrong yet"

    desk.browser.submit(button="Lagre")
    assert "Skriv et helt tall" in desk.browser.text
    assert how_many(session, KeptDraft) == 1, "not carried out"
    desk.browser.submit({"capacity": "20"}, button="Lagre")
    made = session.scalars(select(Gathering)).one()
    assert (made.about.replace("\r\n", "\n"), how_many(session, KeptDraft)) == (TYPED["about"].replace("\r\n", "\n"), 0)
    desk.browser.get(NEW)
    assert NOTICE not in desk.browser.text
    assert desk.value("title") == ""


def test_a_session_that_ran_out_and_one_that_was_left_in_another_tab_end_alike(
    desk: Desk, session: Session, lead: User, clock: StoppedClock
) -> None:
    desk.sign_in(lead).get(NEW)
    clock.forward(hours=12)
    desk.browser.submit(TYPED, button="Lagre")
    assert KEPT in desk.browser.text
    desk.sign_in(lead)
    assert NOTICE in desk.browser.text
    written = desk.browser.fields(button="Lagre")
    desk.browser.get("/konto")
    desk.browser.submit(form="header form[method=post]")  # «Logg ut», in another tab
    desk.send(NEW, data={**written, "title": "Nyere"})
    desk.sign_in(lead)
    desk.browser.get(NEW)
    assert desk.value("title") == "Nyere"
    assert how_many(session, KeptDraft) == 1


def test_a_form_whose_cookie_is_gone_is_kept_too(desk: Desk, session: Session, lead: User) -> None:
    desk.sign_in(lead).get(NEW)
    written = {**desk.browser.fields(button="Lagre"), **TYPED}
    desk.browser.sign_out()
    desk.browser.get("/logg-inn")
    answer = desk.send(NEW, data=written, follow_redirects=True)
    assert KEPT in answer.text
    desk.sign_in(lead)
    assert desk.browser.address == NEW
    assert desk.value("title") == TYPED["title"]


def test_who_has_signed_in_again_with_a_new_cookie_finds_the_old_tab_in_the_form_at_once(
    desk: Desk, session: Session, lead: User
) -> None:
    desk.sign_in(lead).get(NEW)
    written = {**desk.browser.fields(button="Lagre"), **TYPED}
    desk.browser.sign_out()
    desk.browser.get("/logg-inn")
    desk.sign_in(lead)
    answer = desk.send(NEW, data=written)
    assert (answer.status_code, answer.location) == (302, NEW)
    desk.browser.get(NEW)
    assert NOTICE in desk.browser.text
    assert desk.value("title") == TYPED["title"]


def test_another_user_in_the_same_browser_sees_nothing_and_sends_nothing(
    desk: Desk, session: Session, lead: User
) -> None:
    write_and_be_signed_out(desk, lead)
    other = person_with_role(session, Role.PROGRAMME_LEAD, "En Annen")
    desk.sign_in(other)
    assert desk.browser.address == NEW
    assert NOTICE not in desk.browser.text
    assert TYPED["title"] not in str(desk.browser.page)
    desk.browser.get("/konto")
    assert "ikke sendt" not in desk.browser.text
    desk.signed_out_elsewhere(other)
    desk.sign_in(lead)
    assert desk.browser.get("/konto")
    assert "Det du har skrevet, men ikke sendt" in desk.browser.text
    desk.browser.get(NEW)
    assert NOTICE in desk.browser.text


def test_a_form_that_another_opened_is_not_carried_out_and_is_kept_for_that_other(
    desk: Desk, session: Session, lead: User
) -> None:
    desk.sign_in(lead).get(NEW)
    written = {**desk.browser.fields(button="Lagre"), **TYPED, "capacity": "20"}
    desk.signed_out_elsewhere(lead)
    desk.browser.get("/konto")
    desk.sign_in(person_with_role(session, Role.PROGRAMME_LEAD, "En Annen"))
    answer = desk.send(NEW, data=written, follow_redirects=True)
    assert "Skjemaet ble åpnet av en annen bruker" in answer.text
    assert how_many(session, Gathering) == 0
    assert session.scalars(select(KeptDraft.user_id)).all() == [lead.id]


def test_an_edit_is_kept_with_its_version_so_that_the_second_editor_is_told(
    desk: Desk, session: Session, open_browser: Browsers
) -> None:
    user = person(session)
    desk.sign_in(user).get("/konto")
    first = open_browser().sign_in(user)
    first.get("/konto")
    first.submit({"name": "Kari Først"}, button="Lagre")
    desk.signed_out_elsewhere(user)
    desk.browser.submit({"name": "Kari Sist"}, button="Lagre")
    desk.sign_in(user)
    assert (desk.browser.address, desk.value("name")) == ("/konto", "Kari Sist")
    desk.browser.submit(form="form.form:has([name=version])")
    assert "Navn Lagret nå: Kari Først Hos deg: Kari Sist" in desk.browser.text
    desk.browser.submit(form="form.form:has([name=version])")
    assert session.get_one(User, user.id).name == "Kari Sist"
    assert how_many(session, KeptDraft) == 0


def test_a_day_later_nothing_is_shown_and_then_nothing_is_there(
    app: Flask, desk: Desk, session: Session, lead: User, clock: StoppedClock
) -> None:
    write_and_be_signed_out(desk, lead)
    clock.forward(hours=23, minutes=59)
    desk.sign_in(lead)
    assert NOTICE in desk.browser.text
    clock.forward(minutes=1)
    desk.browser.get(NEW)
    assert NOTICE not in desk.browser.text
    assert desk.value("title") == ""
    with app.app_context():
        forget_what_is_over()
    assert how_many(session, KeptDraft) == 0


def test_what_is_thrown_away_is_gone(desk: Desk, session: Session, lead: User) -> None:
    write_and_be_signed_out(desk, lead)
    desk.sign_in(lead).submit(button="Kast det jeg skrev")
    assert (desk.browser.address, how_many(session, KeptDraft)) == (NEW, 0)
    assert desk.value("title") == ""


def test_a_forged_mark_and_a_form_without_one_keep_nothing(
    desk: Desk, session: Session, lead: User, app: Flask
) -> None:
    desk.sign_in(lead).get(NEW)
    mark = desk.value(drafts.MARK)
    desk.signed_out_elsewhere(lead)
    for forged in ("", mark[:-2] + "AA", mark + "x", "e30.e30.e30", "\ud83d"):
        told = desk.browser.post(
            NEW, {**TYPED, "capacity": "20", drafts.MARK: forged.encode("utf-8", "replace").decode()}
        )
        assert "Det siste du gjorde, er ikke lagret." in told.get_text()
    assert (how_many(session, KeptDraft), how_many(session, Gathering)) == (0, 0)


def test_a_closed_user_keeps_nothing_and_closing_forgets_what_was_kept(
    desk: Desk, session: Session, lead: User, clock: StoppedClock
) -> None:
    write_and_be_signed_out(desk, lead)
    desk.sign_in(lead)
    assert how_many(session, KeptDraft) == 1
    close_user(Act(session, None, clock.now()), user_id=lead.id)
    session.commit()
    assert how_many(session, KeptDraft) == 0
    desk.browser.submit(button="Lagre")
    assert how_many(session, KeptDraft) == 0


def test_the_newest_wins_in_each_form_and_the_oldest_give_way(
    desk: Desk, session: Session, lead: User, clock: StoppedClock
) -> None:
    desk.sign_in(lead).get(NEW)
    written = {**desk.browser.fields(button="Lagre"), **TYPED}
    pages = [f"{NEW}?side={number}" for number in range(MOST_DRAFTS + 1)]
    lead_id = lead.id
    desk.signed_out_elsewhere(lead)
    for number, page in enumerate([*pages, pages[-1]]):
        clock.forward(minutes=1)
        with desk.browser.client.application.test_request_context():
            written[drafts.MARK] = drafts.Mark(lead_id, page, f"{page}#NewGatheringForm").sealed()
        desk.send(page, data={**written, "title": f"Tittel {number}"})
    session.expire_all()
    kept = session.scalars(select(KeptDraft).order_by(KeptDraft.written_at)).all()
    assert [one.page for one in kept] == pages[1:]
    assert ["title", f"Tittel {MOST_DRAFTS + 1}"] in kept[-1].typed


def test_what_a_guard_refuses_and_what_is_too_long_is_not_kept_and_shown_once_more(
    desk: Desk, session: Session, lead: User
) -> None:
    refused, long = "Ring 010190 12345 i dag", "Lang " * (drafts.MOST_CHARACTERS // 5)
    write_and_be_signed_out(desk, lead, title="Gode uker", place=refused, about=long)
    areas = [area.get_text().removeprefix("\n") for area in desk.browser.page.find_all("textarea")]
    assert areas == [refused, long]
    kept = json.dumps(session.scalars(select(KeptDraft.typed)).one())
    assert "Gode uker" in kept
    assert "12345" not in kept
    assert "Lang" not in kept
    desk.browser.get(str(desk.browser.page.select_one("main .actions a")["href"]))  # type: ignore[index]
    desk.sign_in(lead)
    assert "Noe av det du skrev, kunne ikke tas vare på." in desk.browser.text
    assert (desk.value("title"), desk.value("place")) == ("Gode uker", "")


def test_an_id_that_holds_eleven_digits_by_chance_is_kept(desk: Desk, session: Session, lead: User) -> None:
    key = "3f2c9a7e-1b4d-4c3e-9f10-12345678901a"
    write_and_be_signed_out(desk, lead, **TYPED, submit_key=key)
    assert KEPT in desk.browser.text
    assert ["submit_key", key] in session.scalars(select(KeptDraft.typed)).one()


def test_a_form_with_a_file_says_that_it_must_be_chosen_anew(
    desk: Desk, session: Session, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    cases.answering_case(session, employer, leader)
    address = f"/arbeidsgiver/{employer.orgnr}/sak/kriterium/GRU-2/dokumentasjon"
    desk.sign_in(leader).get(address)
    written = desk.browser.fields(button="Legg ved filen")
    desk.signed_out_elsewhere(leader)
    file = (io.BytesIO(b"%PDF-1.7\n%stuff"), "plan.pdf")
    desk.send(address, data={**written, "file-description": "Planen vår", "file-file": file})
    desk.browser.get(f"/logg-inn?neste={address}")
    desk.sign_in(leader)
    assert "Filen må velges på nytt." in desk.browser.text
    file_form, link_form = (desk.browser.fields(button=words) for words in ("Legg ved filen", "Legg ved lenken"))
    assert (file_form["file-description"], link_form["link-description"]) == (["Planen vår"], [""])


def test_an_answer_that_saves_itself_is_kept_where_it_stands(
    desk: Desk, session: Session, employer: Organisation
) -> None:
    leader = leader_of(session, employer)
    cases.answering_case(session, employer, leader)
    area = f"/arbeidsgiver/{employer.orgnr}/sak/omrade/GRU"
    desk.sign_in(leader).get(area)
    desk.signed_out_elsewhere(leader)
    changed = {"GRU-2-value": "partly", "GRU-2-note": "Vi har begynt."}
    answer = desk.send(
        f"/arbeidsgiver/{employer.orgnr}/sak/kriterium/GRU-2",
        data={**desk.browser.fields(button="Lagre"), **changed},
        headers={"HX-Request": "true"},
    )
    assert (answer.status_code, answer.headers["Plass-Kept"], answer.text) == (401, "yes", "")
    desk.browser.get(area)
    desk.sign_in(leader)
    assert (desk.browser.address, desk.value("GRU-2-note")) == (area, "Vi har begynt.")
    assert NOTICE in desk.browser.text
    ticked = desk.browser.page.select_one("input[name=GRU-2-value][checked]")
    assert ticked is not None
    assert ticked["value"] == "partly"
    desk.browser.submit(form="form[data-guard]")
    saved = session.scalars(select(Answer).where(Answer.criterion_id == "GRU-2")).one()
    assert (saved.note, how_many(session, KeptDraft)) == ("Vi har begynt.", 0)


def test_an_opening_is_kept_with_its_rows(desk: Desk, session: Session, employer: Organisation) -> None:
    leader = leader_of(session, employer)
    address = f"/arbeidsgiver/{employer.orgnr}/plasser/ny"
    desk.sign_in(leader).get(address)
    desk.browser.submit({"tasks-0": "Vaske gulv"}, form="form[data-guard]", button="Legg til oppgave")
    desk.signed_out_elsewhere(leader)
    rows = {"title": "Renholder", "tasks-0": "Vaske gulv", "tasks-1": "Tørke støv"}
    desk.browser.submit({**rows, "shifts-0-days": ["monday", "friday"]}, button="Lagre og se")
    assert KEPT in desk.browser.text
    desk.sign_in(leader)
    assert [desk.value(name) for name in rows] == list(rows.values())
    days = desk.browser.page.select("input[name=shifts-0-days][checked]")
    assert [day["value"] for day in days] == ["monday", "friday"]


def test_what_was_typed_in_a_part_that_is_folded_away_is_seen_at_once(desk: Desk, session: Session) -> None:
    known = candidates.candidate(session)
    worker, address = candidates.keeper_of(session, known), f"/veileder/kandidater/{known.id}/rediger/kan-og-trenger"
    desk.sign_in(worker).get(address)
    assert [part for part in desk.browser.page.select("main details") if part.has_attr("open")] == []
    desk.signed_out_elsewhere(worker)
    desk.browser.submit({"wants_to_learn": ["till"]}, button="Lagre")
    desk.sign_in(worker).get(address)
    opened = [part for part in desk.browser.page.select("main details") if part.has_attr("open")]
    assert [[box["value"] for box in part.select("input[checked]")] for part in opened] == [["till"]]


def test_no_part_that_is_folded_away_hides_a_field_unnamed() -> None:
    """A part says which `fields` it holds, so that a mistake or what was kept in one of them opens it."""
    parts = re.compile(r"{% call details\((.*?)%}(.*?){% endcall %}", re.DOTALL)
    for template in (ROOT / "app").rglob("templates/**/*.html"):
        for said, inside in parts.findall(template.read_text(encoding="utf-8")):
            held = re.findall(r"\bfield\((form\.\w+)", inside)
            named = re.findall(r"form\.\w+", said.partition("fields=")[2])
            assert held == named, f"{template.relative_to(ROOT)}: {held}"


def test_codes_and_what_is_not_stored_are_never_kept(desk: Desk, session: Session) -> None:
    worker = candidates.keeper_of(session, candidates.candidate(session))
    desk.sign_in(worker)
    for address in ("/min-side/kode", "/veileder/kandidater/ny"):
        desk.browser.get(address)
        assert desk.browser.page.find("input", attrs={"name": drafts.MARK}) is None, address


def test_a_candidate_finds_it_with_a_code_and_takes_it_along(
    desk: Desk, session: Session, open_browser: Browsers
) -> None:
    young = candidates.can_sign_in(session, candidates.candidate(session))
    phone = open_browser().sign_in(young)
    phone.get("/min-side/om-meg/endre/kontakt")
    desk.signed_out_elsewhere(young)
    phone.submit({"phone": "400 00 001"}, button="Lagre")
    assert KEPT in phone.text
    data = json.loads(phone.sign_in(young).client.get("/min-side/mine-data.json").text)
    assert data["kept_drafts"][0]["page"] == "/min-side/om-meg/endre/kontakt"
    assert ["phone", "400 00 001"] in data["kept_drafts"][0]["typed"]


def test_nothing_is_left_of_what_a_candidate_wrote_whose_part_is_ended(
    session: Session, open_browser: Browsers, clock: StoppedClock
) -> None:
    young = candidates.candidate(session)
    user, worker = candidates.can_sign_in(session, young), candidates.keeper_of(session, young)
    address = f"/veileder/kandidater/{young.id}/avslutt"
    phone = open_browser().sign_in(user)
    phone.get("/min-side/om-meg/endre/kontakt")
    end_all_sessions(Act(session, None, clock.now()), user_id=user.id)
    phone.submit({"phone": "400 00 001"}, button="Lagre")
    assert how_many(session, KeptDraft) == 1
    open_browser().sign_in(worker).post(address)
    assert how_many(session, KeptDraft) == 0


def test_nobody_without_drafts_is_asked_for_them(app: Flask, desk: Desk, session: Session, lead: User) -> None:
    counted: Statements = app.extensions["statements"]
    desk.sign_in(lead).get(NEW)
    without = counted.count
    desk.browser.get("/konto")
    desk.signed_out_elsewhere(lead)
    desk.browser.submit({"name": "Ny"}, button="Lagre")
    desk.sign_in(lead)
    desk.browser.get(NEW)
    assert counted.count == without + 1, "who has some is asked for them once a page"
