"""A young person comes in with something held and a PIN; nothing that somebody else knows is enough."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import OutboxMessage
from matching.doors.errors import DoorClosed
from matching.doors.held import count_try
from matching.doors.links import held_link
from matching.doors.mails import DoorMail
from matching.doors.models import CandidatePin, DoorEvent, KnownDevice, OwnLink, SignInCode
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.people.models import User
from register.sign_in.models import UserSession
from register.sign_in.types import Door
from tests.factories import candidates as make
from tests.factories.register import counsellor
from tests.support.client import PageClient
from tests.support.doors import (
    PIN,
    choose_first_pin,
    code_from,
    come_in_first,
    newest_link,
    say_whose_telephone,
    type_code,
    type_pin,
)
from tests.support.world import NOON, StoppedClock

Open = Callable[[], PageClient]
IN, WRONG_PIN = "Hei, Amina!", "Feil PIN-kode."
ASKS_FOR_PIN = "Skriv PIN-koden din"


@pytest.fixture
def worker(session: Session) -> User:
    return counsellor(session)


@pytest.fixture
def person(session: Session, worker: User) -> Candidate:
    return make.candidate(session, worker, email="amina@eksempel.no")


@pytest.fixture
def keeper(open_browser: Open, worker: User) -> PageClient:
    return open_browser().sign_in(worker)


def test_the_first_time_one_types_the_code_and_the_birth_date_and_chooses_a_pin(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    young, code = open_browser(), code_from(keeper, person)
    come_in_first(young, code, person)
    assert IN in young.text
    other = open_browser()
    type_code(other, code)
    assert "Koden virker ikke." in other.text, "a code opens once"
    kept = session.scalars(select(CandidatePin)).one()
    assert PIN not in kept.pin_hash
    assert session.scalars(select(UserSession.door).where(UserSession.door == Door.CODE)).one()


def test_the_next_time_a_code_is_not_enough(open_browser: Open, keeper: PageClient, person: Candidate) -> None:
    come_in_first(open_browser(), code_from(keeper, person), person)
    young = open_browser()
    type_code(young, code_from(keeper, person))
    assert ASKS_FOR_PIN in young.text
    assert "Amina" not in young.page.get_text(), "no name before the PIN"
    type_pin(young, "111112")
    assert WRONG_PIN in young.text
    assert IN not in young.text
    type_pin(young)
    say_whose_telephone(young, own=False)
    assert IN in young.text


def test_a_lost_slip_is_no_use_to_who_does_not_know_the_birth_date(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    finder, code = open_browser(), code_from(keeper, person)
    type_code(finder, code)
    for _ in range(5):
        finder.submit({"birth_date": "01.01.2008", "pin": PIN}, button="Velg PIN-koden")
    type_code(finder, code)
    assert "Koden virker ikke." in finder.text
    assert session.scalars(select(CandidatePin)).all() == []
    come_in_first(open_browser(), code_from(keeper, person), person)
    assert DoorEventKind.TOO_MANY_PINS in session.scalars(select(DoorEvent.kind)).all()


@pytest.mark.parametrize(
    ("pin", "told"), [("123456", "lett å gjette"), ("140307", "fødselsdatoen"), ("27", "seks tall")]
)
def test_a_pin_that_is_easily_guessed_is_refused_and_costs_no_try(
    open_browser: Open, keeper: PageClient, person: Candidate, pin: str, told: str
) -> None:
    young = open_browser()
    type_code(young, code_from(keeper, person))
    for _ in range(6):
        choose_first_pin(young, person, pin)
        assert told in young.text
    choose_first_pin(young, person)
    say_whose_telephone(young, own=False)
    assert IN in young.text


def test_five_wrong_pins_kill_the_telephone_and_never_the_account(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    young.post("/logg-ut")
    young.get("/min-side/inn")
    for left in range(4, 0, -1):
        type_pin(young, "999998")
        assert WRONG_PIN in young.text
        assert ("én gang" if left == 1 else f"{left} ganger") in young.text
    type_pin(young, "999998")
    assert "kommer ikke inn på denne måten" in young.page.get_text()
    young.get("/min-side/inn")
    assert ASKS_FOR_PIN not in young.text, "not even the right PIN opens it now"
    type_code(young, code_from(keeper, person))
    type_pin(young)
    assert IN in young.get("/min-side/").get_text()


def test_a_right_pin_forgives_the_wrong_ones(open_browser: Open, keeper: PageClient, person: Candidate) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    for _ in range(3):
        young.post("/logg-ut")
        young.get("/min-side/inn")
        type_pin(young, "999998")
        type_pin(young, "999998")
        type_pin(young)
        assert IN in young.text


def test_a_telephone_is_ones_own_only_when_one_says_so(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    lent = open_browser()
    type_code(lent, code_from(keeper, person))
    choose_first_pin(lent, person)
    assert lent.fields()["own"] == ["no"]
    lent.submit(button="Gå videre")
    assert session.scalars(select(KnownDevice)).all() == []
    own = open_browser()
    type_code(own, code_from(keeper, person))
    type_pin(own)
    say_whose_telephone(own, own=True)
    own.post("/logg-ut")
    own.get("/min-side/")
    assert ASKS_FOR_PIN in own.text
    assert "Amina" not in own.page.get_text()
    type_pin(own)
    assert IN in own.text
    secret = own.client.get_cookie("plass-device")
    assert secret is not None
    assert secret.http_only
    assert secret.value not in session.scalars(select(KnownDevice.token_hash)).one()


def test_a_telephone_that_is_not_used_for_a_year_is_forgotten(
    open_browser: Open, keeper: PageClient, person: Candidate, clock: StoppedClock
) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    for days, known in ((364, True), (364, True), (365, False)):
        clock.forward(days=days)
        young.get("/min-side/inn")
        assert (ASKS_FOR_PIN in young.text) is known
        if known:
            type_pin(young)


def test_a_code_does_not_work_where_staff_sign_in(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    code = code_from(keeper, person)
    desk = open_browser()
    desk.client.set_cookie("plass-staff", "1", domain="localhost")
    desk.get("/min-side/kode")
    assert "Bruk din egen telefon" in desk.text
    assert desk.page.find("input", attrs={"name": "code"}) is None
    desk.post("/min-side/kode", {"code": code})
    desk.get("/min-side/inn")
    assert ASKS_FOR_PIN not in desk.text
    assert session.scalars(select(SignInCode.used_at)).one() is None


def test_on_a_telephone_of_ones_own_a_session_lasts_the_day_and_elsewhere_two_hours(
    open_browser: Open, keeper: PageClient, person: Candidate, clock: StoppedClock
) -> None:
    own, lent = open_browser(), open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    type_code(lent, code_from(keeper, person))
    type_pin(lent)
    say_whose_telephone(lent, own=False)
    for pause, signed_in in ((29, True), (29, True), (29, True), (29, True), (3, True), (1, False)):
        clock.forward(minutes=pause)
        assert IN in own.get("/min-side/").get_text()
        lent.get("/min-side/")
        assert (IN in lent.text) is signed_in
    clock.forward(minutes=30)
    own.get("/min-side/")
    assert IN not in own.text, "half an hour without use"


def test_the_link_in_a_mail_leads_to_the_pin_in_any_browser_and_confirms_the_address(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session, clock: StoppedClock
) -> None:
    come_in_first(open_browser(), code_from(keeper, person), person)
    asks = open_browser()
    asks.get("/min-side/inn")
    asks.submit({"email": "Amina@Eksempel.no"}, button="Send meg en lenke")
    known_answer = asks.text
    asks.get("/min-side/inn")
    asks.submit({"email": "ukjent@eksempel.no"}, button="Send meg en lenke")
    assert asks.text == known_answer, "nothing tells whose address is known"
    link = newest_link(session)
    for _ in range(2):
        phone = open_browser()
        phone.get(link)
        assert phone.address == "/min-side/inn", "the address that opens does not stay in the browser"
        type_pin(phone)
        if person.email_confirmed_at is None:
            assert "amina@eksempel.no" in phone.text
            phone.submit({"own": "yes"}, button="Gå videre")
        say_whose_telephone(phone, own=False)
        assert IN in phone.text
    assert person.confirmed_email == "amina@eksempel.no"
    clock.forward(days=14)
    late = open_browser()
    late.get(link)
    assert ASKS_FOR_PIN not in late.text
    late.submit(button="Send meg en ny lenke")
    fresh = open_browser()
    fresh.get(newest_link(session))
    assert ASKS_FOR_PIN in fresh.text


def test_a_link_to_an_address_that_was_changed_opens_nothing(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    come_in_first(open_browser(), code_from(keeper, person), person)
    open_browser().post("/min-side/ny-lenke", {"email": "amina@eksempel.no"})
    old = newest_link(session)
    person.email = "ny@eksempel.no"
    session.commit()
    phone = open_browser()
    phone.get(old)
    assert ASKS_FOR_PIN not in phone.text


@pytest.mark.parametrize("token", ["x", "-", "å" * 10, "A" * 22, "A" * 65, "%00"])
def test_a_token_that_was_never_in_a_mail_opens_nothing(open_browser: Open, token: str) -> None:
    stranger = open_browser()
    answer = stranger.client.get(f"/min-side/inn/{token}")
    assert answer.status_code in (302, 400, 404)
    stranger.get("/min-side/inn")
    assert ASKS_FOR_PIN not in stranger.text


def test_a_new_code_ends_no_session_and_is_told_until_it_is_read(
    open_browser: Open, keeper: PageClient, person: Candidate
) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person)
    young.submit(button="Greit")
    assert "Siden sist" not in young.text
    code_from(keeper, person)
    young.get("/min-side/")
    assert IN in young.text
    assert "laget en kode til deg" in young.text
    young.get("/min-side/")
    assert "laget en kode til deg" in young.text, "until it is read"
    young.submit(button="Greit")
    assert "laget en kode til deg" not in young.text
    assert "laget en kode til deg" in young.get("/min-side/hvem-har-sett").get_text()


def test_each_telephone_can_be_forgotten_and_all_at_once(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    first, second = open_browser(), open_browser()
    come_in_first(first, code_from(keeper, person), person, own=True)
    type_code(second, code_from(keeper, person))
    type_pin(second)
    say_whose_telephone(second, own=True)
    first.get("/min-side/telefoner")
    forms = first.page.select('form[action$="/glem"]')
    assert len(forms) == 2
    others = next(form["action"] for form in forms if "(denne)" not in form.parent.get_text())
    first.post(str(others))
    assert first.address == "/min-side/telefoner"
    second.get("/min-side/")
    assert IN not in second.text, "it is signed out"
    assert ASKS_FOR_PIN not in second.text
    first.get("/min-side/telefoner")
    first.submit(button="Fjern alle, og logg ut overalt")
    first.get("/min-side/")
    assert IN not in first.text
    assert ASKS_FOR_PIN not in first.text


def test_another_young_persons_telephone_is_missing(
    open_browser: Open, keeper: PageClient, person: Candidate, worker: User, session: Session
) -> None:
    come_in_first(open_browser(), code_from(keeper, person), person, own=True)
    device = session.scalars(select(KnownDevice)).one()
    bo = make.candidate(session, worker, first_name="Bo")
    other = open_browser()
    come_in_first(other, code_from(keeper, bo), bo)
    other.post(f"/min-side/telefoner/{device.id}/glem", status=404)
    assert device.ended_at is None


def test_an_address_that_is_a_candidates_makes_no_second_user_and_gets_their_link(
    open_browser: Open, person: Candidate, session: Session
) -> None:
    asks = open_browser()
    asks.get("/logg-inn")
    asks.submit({"email": "amina@eksempel.no"})
    assert "Sjekk e-posten din" in asks.text
    sent = session.scalars(select(OwnLink.candidate_id)).all()
    assert sent == [person.id]
    assert session.scalars(select(User).where(User.email == "amina@eksempel.no")).all() == []


def test_one_mailbox_can_be_a_candidates_and_a_users_and_neither_door_tells_of_the_other(
    open_browser: Open, person: Candidate, session: Session
) -> None:
    counsellor(session).email = "amina@eksempel.no"
    session.commit()
    asks = open_browser()
    asks.get("/logg-inn")
    asks.submit({"email": "amina@eksempel.no"})
    kinds = {one.kind for one in sent_to(session, "amina@eksempel.no")}
    assert kinds == {"sign_in"}
    asks.get("/min-side/inn")
    asks.submit({"email": "amina@eksempel.no"}, button="Send meg en lenke")
    assert sorted(one.kind for one in sent_to(session, "amina@eksempel.no")) == ["own_link", "sign_in"]


def sent_to(session: Session, address: str) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == address)))


def test_the_link_of_a_mail_before_the_first_code_says_that_a_code_is_needed(
    open_browser: Open, person: Candidate, session: Session
) -> None:
    open_browser().post("/min-side/ny-lenke", {"email": "amina@eksempel.no"})
    phone = open_browser()
    phone.get(newest_link(session))
    assert "Du har ikke valgt PIN-kode ennå." in phone.text
    assert "for gammel" not in phone.text


def test_who_reads_the_mailbox_cannot_try_one_link_after_another(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session, clock: StoppedClock
) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    young.post("/logg-ut")
    for _ in range(4):
        thief = open_browser()
        clock.forward(minutes=15)
        thief.post("/min-side/ny-lenke", {"email": "amina@eksempel.no"})
        thief.get(newest_link(session))
        for _ in range(4):
            if ASKS_FOR_PIN in thief.text:
                type_pin(thief, "999998")
    assert ASKS_FOR_PIN not in thief.text, "ten wrong ones at all links together"
    young.get("/min-side/inn")
    type_pin(young)
    assert IN in young.text, "the telephone opens as before"
    again = open_browser()
    again.get(newest_link(session))
    assert ASKS_FOR_PIN in again.text, "and a right PIN opens the links again"


def test_tries_at_one_moment_get_no_further_than_ten_over_all_links(
    keeper: PageClient, person: Candidate, session: Session
) -> None:
    code_from(keeper, person)  # only who may sign in holds a link
    person.email = "amina@eksempel.no"
    for wrong in (4, 3, 2):
        session.add(OwnLink(
            candidate_id=person.id, address=person.email, created_at=NOON, expires_at=NOON + timedelta(days=14),
            wrong_pins=wrong,
        ))  # fmt: skip
    session.flush()
    links = session.scalars(select(OwnLink).order_by(OwnLink.wrong_pins)).all()
    looked = [held_link(session, link, now=NOON) for link in links]  # each in a request of its own, before any counts
    first, second, _third = (one for one in looked if one is not None)
    assert count_try(Act(session, None, NOON), first) == 2
    with pytest.raises(DoorClosed):
        count_try(Act(session, None, NOON), second)


def test_a_slip_of_the_finger_is_no_try(open_browser: Open, keeper: PageClient, person: Candidate) -> None:
    young = open_browser()
    come_in_first(young, code_from(keeper, person), person, own=True)
    young.post("/logg-ut")
    young.get("/min-side/inn")
    for typed in ("27046", "2704610", "27046a", "2", "x" * 500, "27"):
        type_pin(young, typed)
        assert "PIN-koden må være seks tall." in young.text
    type_pin(young, "27 04 61")
    assert IN in young.text


def test_another_young_person_on_the_same_telephone_finds_their_own_way(
    open_browser: Open, keeper: PageClient, person: Candidate, worker: User, session: Session
) -> None:
    bo = make.candidate(session, worker, first_name="Bo", email="bo@eksempel.no")
    come_in_first(open_browser(), code_from(keeper, bo), bo)
    shared = open_browser()
    come_in_first(shared, code_from(keeper, person), person, own=True)
    open_browser().post("/min-side/ny-lenke", {"email": "bo@eksempel.no"})
    shared.get(newest_link(session))
    assert ASKS_FOR_PIN in shared.text, "Bo is not shown what is Amina's"
    assert "Amina" not in shared.page.get_text()
    shared.submit(button="Ikke deg?")
    assert ASKS_FOR_PIN not in shared.text
    assert "Skriv koden" in shared.text


def test_a_pin_that_somebody_has_seen_is_changed_and_all_others_are_signed_out(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    own, other = open_browser(), open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    type_code(other, code_from(keeper, person))
    type_pin(other)
    own.get("/min-side/bytt-pin")
    own.submit({"pin": "999998", "new": "846205"}, button="Bytt")
    assert "Det er ikke PIN-koden din." in own.text
    own.submit({"pin": PIN, "new": "123456"}, button="Bytt")
    assert "lett å gjette" in own.text
    own.submit({"pin": PIN, "new": "846205"}, button="Bytt")
    other.get("/min-side/")
    assert IN not in other.text
    own.post("/logg-ut")
    own.get("/min-side/inn")
    type_pin(own, "846205")
    assert IN in own.text


def test_the_fifth_wrong_pin_behind_the_door_ends_the_session(
    open_browser: Open, keeper: PageClient, person: Candidate
) -> None:
    own = open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    for _ in range(6):
        own.get("/min-side/bytt-pin")
        if own.address == "/min-side/bytt-pin":
            own.submit({"pin": "999998", "new": "846205"}, button="Bytt")
    own.get("/min-side/")
    assert IN not in own.text
    assert ASKS_FOR_PIN in own.text


def test_a_new_pin_that_is_too_easy_is_refused_before_the_try_is_counted_and_forgives_none(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    own = open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    for pin, new in (("999998", "846205"), ("999998", "123456"), (PIN, "123456")):
        own.get("/min-side/bytt-pin")
        own.submit({"pin": pin, "new": new}, button="Bytt")
    session.expire_all()
    entered = select(UserSession.wrong_pins).where(UserSession.user_id == person.user_id)
    assert session.scalars(entered).all() == [1]


def test_behind_the_door_the_right_pin_is_refused_too_once_five_were_wrong(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    own = open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    session.execute(update(UserSession).values(wrong_pins=5))
    session.commit()
    own.get("/min-side/bytt-pin")
    own.submit({"pin": PIN, "new": "846205"}, button="Bytt")
    assert DoorMail.PIN_CHANGED not in session.scalars(select(OutboxMessage.kind)).all()
    own.get("/min-side/")
    assert IN not in own.text


def test_a_changed_pin_is_told_to_the_mailbox(
    open_browser: Open, keeper: PageClient, person: Candidate, session: Session
) -> None:
    own = open_browser()
    come_in_first(own, code_from(keeper, person), person, own=True)
    own.get("/min-side/bytt-pin")
    own.submit({"pin": PIN, "new": "846205"}, button="Bytt")
    assert DoorMail.PIN_CHANGED in session.scalars(select(OutboxMessage.kind)).all()


def test_what_was_done_in_coming_in_is_told_the_next_time_and_cannot_be_read_away_by_who_came_in(
    open_browser: Open, keeper: PageClient, person: Candidate, clock: StoppedClock
) -> None:
    stranger = open_browser()
    come_in_first(stranger, code_from(keeper, person), person)
    stranger.submit(button="Greit")
    clock.forward(minutes=1)
    young = open_browser()
    type_code(young, code_from(keeper, person))
    type_pin(young)
    say_whose_telephone(young, own=False)
    assert "En kode ble brukt til å logge inn" in young.text
    assert "PIN-kode ble valgt" in young.text
