"""A forgotten PIN: two doors at once, a code alone a day later, and a counsellor who tries to be the candidate."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import OutboxMessage
from matching.candidates import leaving, life
from matching.doors.links import token_of
from matching.doors.mails import DoorMail
from matching.doors.models import CallRequest, DoorEvent, PinReset
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.people.models import User
from register.roles.models import RoleGrant
from tests.factories import candidates as make
from tests.factories.register import counsellor, office
from tests.support.client import PageClient
from tests.support.doors import (
    PIN,
    code_from,
    come_in_first,
    newest_link,
    say_whose_telephone,
    type_code,
    type_pin,
)
from tests.support.world import NOON, SECRET, StoppedClock

Open = Callable[[], PageClient]
NEW_PIN = "846205"
CHOOSES = "Velg ny PIN-kode"
IN = "Hei, Amina!"


@pytest.fixture
def worker(session: Session) -> User:
    return counsellor(session)


@pytest.fixture
def keeper(open_browser: Open, worker: User) -> PageClient:
    return open_browser().sign_in(worker)


@pytest.fixture
def person(session: Session, worker: User) -> Candidate:
    return make.candidate(session, worker)


@pytest.fixture
def own(open_browser: Open, keeper: PageClient, person: Candidate) -> PageClient:
    """The telephone that the young person calls their own, signed out."""
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    young.post("/logg-ut")
    return young


def choose_new(browser: PageClient) -> None:
    browser.get("/min-side/glemt")
    browser.submit({"pin": NEW_PIN}, button="Velg PIN-koden")


def test_on_a_known_telephone_a_code_gives_a_new_pin_at_once(
    own: PageClient, keeper: PageClient, person: Candidate
) -> None:
    own.get("/min-side/glemt")
    assert CHOOSES not in own.text, "the telephone alone is not enough"
    type_code(own, code_from(keeper, person))
    choose_new(own)
    assert IN in own.get("/min-side/").get_text()
    own.post("/logg-ut")
    own.get("/min-side/inn")
    type_pin(own, PIN)
    assert "Feil PIN-kode" in own.text
    type_pin(own, NEW_PIN)
    assert IN in own.text


def test_a_link_counts_when_its_address_is_confirmed(
    own: PageClient, keeper: PageClient, person: Candidate, session: Session, open_browser: Open
) -> None:
    person.email = "amina@eksempel.no"
    session.commit()
    own.post("/min-side/ny-lenke", {"email": "amina@eksempel.no"})
    own.get(newest_link(session))
    own.get("/min-side/glemt")
    assert CHOOSES not in own.text, "anybody may have typed the address"
    own.get("/min-side/inn")
    type_pin(own)
    own.submit({"own": "yes"}, button="Gå videre")
    own.post("/logg-ut")
    own.get(newest_link(session))
    choose_new(own)
    assert IN in own.get("/min-side/").get_text()
    assert DoorMail.PIN_CHANGED in session.scalars(select(OutboxMessage.kind)).all()


def test_a_code_alone_gives_a_new_pin_a_day_later(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open, clock: StoppedClock, session: Session
) -> None:
    lent, code = open_browser(), code_from(keeper, person)
    type_code(lent, code)
    lent.get("/min-side/glemt")
    lent.submit(button="Be om ny PIN-kode")
    assert "Kom tilbake i morgen" in lent.text
    lent.post("/min-side/glemt", {"pin": NEW_PIN})
    assert session.scalars(select(PinReset.done_at)).one() is None
    clock.forward(hours=23, minutes=59)
    type_code(lent, code)
    lent.get("/min-side/glemt")
    assert CHOOSES not in lent.text
    clock.forward(minutes=1)
    lent.get("/min-side/glemt")
    lent.submit({"birth_date": "01.01.2008", "pin": NEW_PIN}, button="Velg PIN-koden")
    assert "Det er ikke den datoen" in lent.text, "a slip that was found is not enough, however long one waits"
    lent.submit({"birth_date": f"{person.birth_date:%d.%m.%Y}", "pin": NEW_PIN}, button="Velg PIN-koden")
    say_whose_telephone(lent, own=False)
    assert IN in lent.text
    lent.post("/logg-ut")
    lent.get("/min-side/glemt")
    assert CHOOSES not in lent.text, "the code is used up"


@pytest.mark.parametrize("where", ["known telephone", "open session", "link in the mail"])
def test_every_other_door_tells_of_it_and_can_stop_it(
    own: PageClient,
    keeper: PageClient,
    person: Candidate,
    open_browser: Open,
    clock: StoppedClock,
    session: Session,
    where: str,
) -> None:
    person.email = person.confirmed_email = "amina@eksempel.no"
    person.email_confirmed_at = NOON
    session.commit()
    thief, code = open_browser(), code_from(keeper, person)
    type_code(thief, code)
    thief.get("/min-side/glemt")
    thief.submit(button="Be om ny PIN-kode")
    if where == "link in the mail":
        own = open_browser()
        own.get(newest_link(session))
    else:
        own.get("/min-side/inn")
        if where == "open session":
            type_pin(own)
    assert "Noen har bedt om ny PIN-kode til deg" in own.text
    own.submit(button="Stopp!")
    thief.post("/min-side/glemt/be-om-ny")
    assert len(session.scalars(select(PinReset)).all()) == 1, "the same code asks for nothing again"
    clock.forward(hours=24)
    type_code(thief, code)
    assert "Koden virker ikke." in thief.text
    thief.get("/min-side/glemt")
    assert CHOOSES not in thief.text
    kinds = session.scalars(select(DoorEvent.kind)).all()
    assert {DoorEventKind.PIN_RESET_ASKED, DoorEventKind.PIN_RESET_STOPPED} <= set(kinds)


def test_who_has_shown_a_code_alone_cannot_stop_or_ask_twice(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open, session: Session
) -> None:
    thief, stranger = open_browser(), open_browser()
    type_code(thief, code_from(keeper, person))
    for _ in range(2):
        thief.post("/min-side/glemt/be-om-ny")
    assert len(session.scalars(select(PinReset)).all()) == 1
    for nobody in (thief, stranger):
        nobody.post("/min-side/stopp-ny-pin")
    assert session.scalars(select(PinReset.stopped_at)).one() is None


def test_a_new_code_ends_what_was_asked_for_with_the_one_before(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open, clock: StoppedClock
) -> None:
    lent = open_browser()
    type_code(lent, code_from(keeper, person))
    lent.post("/min-side/glemt/be-om-ny")
    clock.forward(hours=24)
    keeper.sign_in(make.keeper_of(keeper.session, person))
    type_code(lent, code_from(keeper, person))
    lent.get("/min-side/glemt")
    assert CHOOSES not in lent.text
    assert "Be om ny PIN-kode" in lent.text


def test_ring_me_lands_on_the_counsellors_desk_once_and_shows_nothing(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open
) -> None:
    own.get("/min-side/inn")
    for _ in range(2):
        own.submit(button="Be veilederen ringe meg")
        assert "Amina" not in own.page.get_text()
        assert "Vera" not in own.page.get_text()
    keeper.get("/veileder/")
    assert keeper.page.select_one("ul.waiting").get_text().count("Ring") == 1  # type: ignore[union-attr]  # it is there
    keeper.get(f"/veileder/kandidater/{person.id}")
    assert "Amina vil at du ringer" in keeper.text
    keeper.submit(button="Jeg har ringt")
    assert keeper.page.select("ul.waiting") == []
    stranger = open_browser()
    stranger.get("/min-side/inn")
    stranger.post("/min-side/ring-meg")
    keeper.get("/veileder/")
    assert keeper.page.select("ul.waiting") == []


def test_the_call_of_one_who_has_left_reaches_somebody_at_the_office(
    own: PageClient, keeper: PageClient, person: Candidate, worker: User
) -> None:
    life.close(Act(keeper.session, worker.id, NOON), candidate=person)
    own.get("/min-side/inn")
    own.submit(button="Be veilederen ringe meg")
    assert "Vi har bedt veilederen din ringe deg" in own.text
    keeper.get("/veileder/")
    assert len(keeper.page.select("ul.waiting > li")) == 1
    keeper.get(f"/veileder/kandidater/{person.id}")
    keeper.submit(button="Jeg har ringt")
    assert keeper.page.select("ul.waiting") == []


def test_who_wants_to_be_deleted_is_not_told_that_somebody_calls(
    own: PageClient, keeper: PageClient, person: Candidate
) -> None:
    leaving.ask_deletion(Act(keeper.session, person.user_id, NOON), candidate=person)
    own.get("/min-side/inn")
    assert "Be veilederen ringe meg" not in own.text
    assert "55 55 33 33" in own.text
    own.post("/min-side/ring-meg")
    assert "Nå kan vi ikke be noen ringe deg" in own.text
    assert "Amina" not in own.page.get_text()
    assert keeper.session.scalars(select(CallRequest)).all() == []
    keeper.get("/veileder/")
    assert keeper.page.select("ul.waiting") == []


def test_another_offices_counsellor_can_not_say_that_somebody_was_called(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open
) -> None:
    own.get("/min-side/inn")
    own.submit(button="Be veilederen ringe meg")
    keeper.get(f"/veileder/kandidater/{person.id}")
    there = str(keeper.page.select('form[action*="/ringt/"]')[0]["action"])
    elsewhere = open_browser().sign_in(counsellor(keeper.session, office(keeper.session, "0220")))
    elsewhere.post(there, status=404)
    keeper.get("/veileder/")
    assert len(keeper.page.select("ul.waiting > li")) == 1


def test_a_call_of_a_coordinator_who_is_closed_is_a_colleagues(
    own: PageClient, keeper: PageClient, worker: User, open_browser: Open
) -> None:
    own.get("/min-side/inn")
    own.submit(button="Be veilederen ringe meg")
    colleague = open_browser().sign_in(counsellor(keeper.session, name="Otto"))
    colleague.get("/veileder/")
    assert colleague.page.select("ul.waiting") == []
    worker.closed_at = NOON
    colleague.get("/veileder/")
    assert len(colleague.page.select("ul.waiting > li")) == 1


def test_the_code_lasts_until_the_time_that_was_promised(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open, clock: StoppedClock
) -> None:
    lent, code = open_browser(), code_from(keeper, person)
    clock.forward(days=6, hours=20)
    type_code(lent, code)
    lent.get("/min-side/glemt")
    lent.submit(button="Be om ny PIN-kode")
    clock.forward(hours=24, minutes=1)
    type_code(lent, code)
    lent.get("/min-side/glemt")
    assert CHOOSES in lent.text
    clock.forward(days=2)
    own.get("/min-side/inn")
    assert "Noen har bedt om ny PIN-kode til deg" not in own.text, "a code that has run out waits for nothing"


def test_who_changes_the_address_first_does_not_silence_the_one_that_was_confirmed(
    own: PageClient, keeper: PageClient, person: Candidate, open_browser: Open, session: Session
) -> None:
    person.email = person.confirmed_email = "amina@eksempel.no"
    person.email_confirmed_at = NOON
    session.commit()
    keeper.get(f"/veileder/kandidater/{person.id}/rediger")
    keeper.submit({"email": "vera.privat@eksempel.no"}, button="Lagre")
    thief = open_browser()
    type_code(thief, code_from(keeper, person))
    thief.get("/min-side/glemt")
    thief.submit(button="Be om ny PIN-kode")
    asked = select(OutboxMessage).where(OutboxMessage.kind == DoorMail.PIN_RESET_ASKED)
    told = {one.recipient: one for one in session.scalars(asked)}
    assert set(told) == {"amina@eksempel.no", "vera.privat@eksempel.no"}
    hers, wrong = open_browser(), open_browser()
    wrong.get(f"/min-side/inn/{token_of(told['vera.privat@eksempel.no'].params['own_link_id'], key=SECRET)}")
    wrong.post("/min-side/stopp-ny-pin")
    assert session.scalars(select(PinReset.stopped_at)).one() is None, (
        "an address that nobody has confirmed says nothing"
    )
    hers.get(f"/min-side/inn/{token_of(told['amina@eksempel.no'].params['own_link_id'], key=SECRET)}")
    hers.submit(button="Stopp!")
    assert session.scalars(select(PinReset.stopped_at)).one() is not None


def test_on_a_known_telephone_the_code_leads_straight_to_the_new_pin(
    own: PageClient, keeper: PageClient, person: Candidate
) -> None:
    own.get("/min-side/inn")
    own.get("/min-side/glemt")
    own.get(str(own.page.select_one('main a[href*="/min-side/kode"]')["href"]))  # type: ignore[index]  # it is there
    own.submit({"code": code_from(keeper, person)}, button="Gå videre")
    assert CHOOSES in own.text


def test_whom_nobody_at_the_office_follows_up_is_called_by_somebody_there(
    own: PageClient, keeper: PageClient, person: Candidate, worker: User, open_browser: Open, session: Session
) -> None:
    colleague = open_browser().sign_in(counsellor(session, name="Kim Berg"))
    own.get("/min-side/inn")
    own.submit(button="Be veilederen ringe meg")
    colleague.get("/veileder/")
    assert colleague.page.select("ul.waiting") == []
    for grant in session.scalars(select(RoleGrant).where(RoleGrant.user_id == worker.id)):
        grant.revoked_at = NOON
    colleague.get("/veileder/")
    assert len(colleague.page.select("ul.waiting > li")) == 1
