"""Registrations that wait for Enhetsregisteret: each has its turn, no one stands in the way, and somebody is told."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.sending import send_outbox
from app.organisations.jobs import recheck_unverified
from ground.act import Act
from ground.outbox import OutboxMessage
from register.joining.mails import JoiningMail
from register.joining.registration import apply_register_answer, register_organisation
from register.joining.waiting import LONGEST_PAUSE, TRIES_BEFORE_TELLING
from register.organisations.business_register import NoAnswer, Refused, RegisterAnswer
from register.organisations.models import AwaitedAnswer, Organisation
from register.organisations.types import RefusalReason, Trouble, Verification
from register.roles.types import Role
from tests.factories.register import organisation_numbers, person, person_with_role, unit, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import row_of
from tests.support.world import NOON, KeptMail, KnownUnits, StoppedClock

SILENT = NoAnswer(Trouble.SILENT)


def waiting_organisation(session: Session, minute: int = 0) -> Organisation:
    return register_organisation(
        Act(session, person(session, "Nina Ny").id, NOON + timedelta(minutes=minute)),
        typed_number=organisation_numbers(),
        answer=SILENT,
    )


def kinds_of_mail(session: Session) -> list[str]:
    return list(session.scalars(select(OutboxMessage.kind)))


def recheck(app: Flask, session: Session, clock: StoppedClock, *, later: timedelta = LONGEST_PAUSE) -> int:
    session.commit()
    clock.at += later
    with app.app_context():
        answered = recheck_unverified()
    session.expire_all()
    return answered


def test_a_waiting_registration_is_verified_later_and_those_who_wait_are_told(
    app: Flask, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    waiting = waiting_organisation(session)
    business_register.answers[waiting.orgnr] = unit(waiting.orgnr, name="Endelig AS")
    assert recheck(app, session, clock, later=timedelta(minutes=1)) == 0
    assert recheck(app, session, clock) == 1
    assert recheck(app, session, clock) == 0
    assert (waiting.verification, waiting.name, waiting.awaited) == (Verification.VERIFIED, "Endelig AS", None)
    assert kinds_of_mail(session) == [JoiningMail.REGISTRATION_VERIFIED]


def test_a_waiting_registration_may_be_refused_later(
    app: Flask, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    waiting = waiting_organisation(session)
    business_register.answers[waiting.orgnr] = Refused(RefusalReason.BANKRUPT)
    recheck(app, session, clock)
    assert (waiting.refusal_reason, waiting.awaited) == (RefusalReason.BANKRUPT, None)
    assert kinds_of_mail(session) == [JoiningMail.REGISTRATION_REFUSED]


def test_numbers_in_front_that_stay_silent_come_after_those_behind_them(
    app: Flask, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    numbers = [waiting_organisation(session, minute).orgnr for minute in range(5)]
    business_register.answers.update(dict.fromkeys(numbers, SILENT))
    business_register.answers[numbers[4]] = unit(numbers[4])
    assert recheck(app, session, clock) == 0
    assert business_register.asked == numbers[:3]
    assert recheck(app, session, clock, later=timedelta(minutes=1)) == 1
    assert business_register.asked[3:] == numbers[3:]


@pytest.mark.parametrize("bad", [NoAnswer(Trouble.UNREADABLE), NoAnswer(Trouble.INCOMPLETE), None])
def test_one_that_cannot_be_read_or_applied_stops_none_behind_it(
    app: Flask,
    session: Session,
    clock: StoppedClock,
    business_register: KnownUnits,
    monkeypatch: pytest.MonkeyPatch,
    bad: RegisterAnswer | None,
) -> None:
    first, *others = [waiting_organisation(session, minute) for minute in range(6)]
    number = first.orgnr
    business_register.answers.update({one.orgnr: unit(one.orgnr) for one in others})
    honest = KnownUnits.look_up

    def answer(known: KnownUnits, orgnr: str) -> RegisterAnswer:
        if orgnr != number:
            return honest(known, orgnr)
        if bad is None:
            raise RuntimeError("a mistake in the adapter")
        return bad

    monkeypatch.setattr(KnownUnits, "look_up", answer)
    assert recheck(app, session, clock) == 5
    assert first.verification is Verification.UNVERIFIED
    assert first.awaited is not None
    assert first.awaited.trouble is (Trouble.UNREADABLE if bad is None else bad.trouble)  # type: ignore[union-attr]  # NoAnswer


def test_the_pause_grows_and_after_some_tries_the_person_is_told_once_what_they_can_do(
    app: Flask, session: Session, clock: StoppedClock, business_register: KnownUnits, mail: KeptMail
) -> None:
    waiting = waiting_organisation(session)
    business_register.answers[waiting.orgnr] = SILENT
    pauses = []
    for tries in range(2, TRIES_BEFORE_TELLING + 10):
        assert kinds_of_mail(session) == ([JoiningMail.REGISTRATION_WAITS] if tries > TRIES_BEFORE_TELLING else [])
        recheck(app, session, clock)
        assert waiting.awaited is not None
        assert waiting.awaited.tries == tries
        pauses.append(waiting.awaited.next_try_at - clock.at)
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[1]
    assert pauses[-1] == LONGEST_PAUSE
    session.commit()
    with app.app_context():
        send_outbox()
    assert "Sjekk at nummeret er riktig" in mail.sent[0].text


def test_the_county_sees_which_registrations_wait_since_when_how_often_tried_and_why(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock, business_register: KnownUnits
) -> None:
    waiting = waiting_organisation(session)
    business_register.answers[waiting.orgnr] = NoAnswer(Trouble.OTHER_NUMBER)
    lead = person_with_role(session, Role.PROGRAMME_LEAD)
    browser.sign_in(lead).get("/fylket/virksomheter/venter")
    assert "Enhetsregisteret svarer ikke." in browser.text
    recheck(app, session, clock)
    browser.sign_in(lead)
    browser.get("/fylket/virksomheter/venter")
    said = row_of(browser, waiting.orgnr[:3])
    assert "Siden 23. nov. 2026" in said
    assert "2 forsøk" in said
    assert "annet nummer" in said
    business_register.answers[waiting.orgnr] = unit(waiting.orgnr)
    recheck(app, session, clock)
    browser.sign_in(lead).get("/fylket/virksomheter/venter")
    assert "Ingen venter" in browser.text


@pytest.mark.parametrize("trouble", Trouble)
def test_what_was_verified_stays_verified_when_the_register_gives_no_answer_to_trust(
    session: Session, trouble: Trouble
) -> None:
    organisation = verified_organisation(session)
    before = organisation.name, organisation.checked_at
    apply_register_answer(Act(session, None, NOON + timedelta(days=1)), organisation.id, answer=NoAnswer(trouble))
    assert organisation.verification is Verification.VERIFIED
    assert (organisation.name, organisation.checked_at) == before
    assert session.scalars(select(AwaitedAnswer)).all() == []
