"""Asking that something wrong be mended, also after leaving, and the answer, which is the mending."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.candidates import jobs
from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile
from ground.outbox import OutboxMessage
from ground.states import MoveNotAllowed
from matching.candidates import leaving, requests
from matching.candidates import life as candidates
from matching.candidates.errors import AsksAlready, NothingCorrected, ReasonMissing, WordsMissing
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.types import RightsKind, RightsState
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.doors.links import confirm_address
from matching.doors.mails import DoorMail
from matching.doors.models import DoorEvent
from matching.progress.models import JobEvent
from matching.records.errors import CandidateNotActive
from matching.records.profiles import profile_of
from matching.records.queries.candidates import looking_in_caseload
from matching.records.tables.placement import Agreement
from tests.factories.placements import Trio, trio
from tests.factories.register import counsellor, office
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

Browsers = Callable[[], PageClient]
WRONG = "Jeg er født 14. mai, ikke 14. mars."
RIGHT = date(2007, 5, 14)
LEFT_BUTTON = "Lagre og svar ja"


def left(session: Session, **about: object) -> Trio:
    """Somebody who had a place and has left; an hour has gone by."""
    story = trio(session, **about).agree().start().end()
    candidates.close(Act(session, story.worker.id, story.now), candidate=story.person)
    story.now += timedelta(hours=1)
    session.commit()
    return story


def asked(story: Trio, words: str = WRONG) -> RightsRequest:
    act = Act(story.session, story.young.id, story.now)
    made = requests.ask(act, candidate=story.person, kind=RightsKind.CORRECTION, words=words)
    story.session.commit()
    return made


def corrected(story: Trio, request: RightsRequest, *, reason: str = "Det står riktig nå.", **changes: object) -> None:
    requests.correct(
        Act(story.session, story.worker.id, story.now + timedelta(hours=1)),
        request=request,
        profile=replace(profile_of(story.person), **changes),  # type: ignore[arg-type]  # values are the profile's
        expected_version=story.person.version,
        reason=reason,
    )
    story.session.commit()


def mails_of(session: Session, kind: str) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind)))


def test_who_has_left_asks_and_a_person_mends_it_with_a_reason(
    open_browser: Browsers, session: Session, clock: StoppedClock
) -> None:
    story = left(session, email="amina@plass.test")
    clock.at = story.now
    young, worker = open_browser().sign_in(story.young), open_browser().sign_in(story.worker)
    young.get("/min-side/")
    young.get("/min-side/rettigheter")
    young.submit({"kind": "correction", "words": WRONG}, button="Send")
    assert "Nav-kontoret ditt har fått beskjed" in young.text
    assert "Du får svar senest" in young.text
    assert [one.recipient for one in mails_of(session, CandidateMail.REQUEST_MADE)] == [story.worker.email]

    worker.get("/veileder/krav")
    assert "Retting av noe som er feil" in worker.text
    assert "dager igjen" in worker.text
    request = session.scalars(select(RightsRequest)).one()
    worker.get(f"/veileder/krav/{request.id}")
    assert WRONG in worker.text
    worker.get(f"/veileder/krav/{request.id}/rett")
    worker.submit({"birth_date": "14.05.2007", "reason": ""}, button=LEFT_BUTTON)
    assert "Skriv hva du har rettet, og hvorfor." in worker.text
    assert story.person.birth_date != RIGHT
    worker.submit({"reason": "Vi skrev feil måned. Nå står det mai."}, button=LEFT_BUTTON)
    assert "Svaret er ja" in worker.text
    assert story.person.birth_date == RIGHT
    assert story.person.closed_at is not None, "it lets nobody take part again"

    young.get("/min-side/rettigheter")
    assert "Vi skrev feil måned. Nå står det mai." in young.text
    assert "Det er rettet." in young.text
    assert "klage til Datatilsynet" in young.text
    assert "14. mai 2007" in young.get("/min-side/om-meg").get_text().replace("\xa0", " ")
    [told] = mails_of(session, CandidateMail.REQUEST_ANSWERED)
    assert (told.recipient, told.params.keys()) == ("amina@plass.test", {"own_link_id"})
    worker.get("/veileder/krav")
    assert "Ingen venter på svar" in worker.text


def test_a_no_has_its_reason_and_the_way_to_complain_and_changes_nothing(
    open_browser: Browsers, session: Session
) -> None:
    story = left(session)
    request, before = asked(story), profile_of(story.person)
    worker = open_browser().sign_in(story.worker)
    worker.get(f"/veileder/krav/{request.id}")
    worker.submit({"reason": ""}, button="Send svaret")
    assert "Skriv hvorfor." in worker.text
    worker.submit({"reason": "Det står mars i passet ditt."}, button="Send svaret")
    assert request.state is RightsState.REFUSED
    assert profile_of(story.person) == before
    young = open_browser().sign_in(story.young)
    young.get("/min-side/rettigheter")
    assert "Det står mars i passet ditt." in young.text
    assert "klage til Datatilsynet" in young.text
    assert "Det er rettet." not in young.text
    assert asked(story, "Jeg heter Aminah.").state is RightsState.WAITING, "after an answer one may ask anew"


def test_nothing_stops_while_a_correction_waits(open_browser: Browsers, session: Session) -> None:
    story = trio(session)
    request = asked(story)
    assert story.person.restricted_at is None
    assert story.person in looking_in_caseload(session, story.worker.id, [story.person.nav_office_id])
    requests.ask(Act(session, story.young.id, NOON), candidate=story.person, kind=RightsKind.RESTRICTION, words="")
    requests.answer(Act(session, story.worker.id, NOON), request=request, granted=False, reason="Det stemmer.")
    assert story.person.restricted_at is not None, "a no to one thing ends no stop that was asked for in another"
    requests.lift(Act(session, story.young.id, NOON), candidate=story.person)
    assert request.state is RightsState.REFUSED, "starting the use again takes no correction back"


def test_one_who_takes_part_asks_and_is_mended_too(session: Session) -> None:
    story = trio(session)
    corrected(story, asked(story), birth_date=RIGHT)
    assert story.person.birth_date == RIGHT


def test_what_is_wrong_has_to_be_said_and_no_identity_number_is_taken(browser: PageClient, session: Session) -> None:
    story = left(session)
    browser.sign_in(story.young).get("/min-side/rettigheter")
    browser.submit({"kind": "correction", "words": "  "}, button="Send")
    at_the_field = browser.page.select_one("#words-error")
    assert at_the_field is not None
    assert "Skriv hva som er feil, og hva som er riktig." in at_the_field.get_text()
    browser.submit({"kind": "correction", "words": "Nummeret mitt er 010108 12345."}, button="Send")
    assert "ligner et fødselsnummer" in browser.text
    browser.submit({"kind": "correction", "words": "x" * 601}, button="Send")
    browser.submit({"kind": "everything", "words": WRONG}, button="Send")
    assert session.scalar(select(func.count()).select_from(RightsRequest)) == 0
    with pytest.raises(WordsMissing):
        asked(story, " ")


def test_asked_twice_it_waits_once_and_other_words_are_told_and_not_dropped(
    browser: PageClient, session: Session
) -> None:
    story = left(session)
    request = asked(story)
    assert asked(story, f" {WRONG} ") is request
    assert len(mails_of(session, CandidateMail.REQUEST_MADE)) == 1
    with pytest.raises(AsksAlready):
        asked(story, "Jeg heter Aminah.")
    session.rollback()
    browser.sign_in(story.young).get("/min-side/rettigheter")
    browser.submit({"kind": "correction", "words": "Jeg heter Aminah."}, button="Send")
    assert "Du har allerede bedt om å få rettet noe." in browser.text
    assert "Jeg heter Aminah." in str(browser.page)
    assert session.scalars(select(RightsRequest)).one() is request


def test_a_yes_that_changes_nothing_is_no_answer(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    story = left(session)
    request = asked(story)
    clock.at = story.now + timedelta(hours=1)
    browser.sign_in(story.worker).get(f"/veileder/krav/{request.id}/rett")
    browser.submit({"reason": "Rettet."}, button=LEFT_BUTTON)
    assert "Ingenting er endret siden kandidaten ba om det." in browser.text
    act = Act(session, story.worker.id, clock.at)
    with pytest.raises(NothingCorrected):
        requests.answer(act, request=request, granted=True, reason="Ja.")
    with pytest.raises(ReasonMissing):
        corrected(story, request, reason=" ", birth_date=RIGHT)
    session.rollback()
    assert request.state is RightsState.WAITING
    assert mails_of(session, CandidateMail.REQUEST_ANSWERED) == []


def test_what_was_mended_in_another_way_since_is_mended(session: Session) -> None:
    story = trio(session)
    request = asked(story)
    candidates.change(
        Act(session, story.worker.id, story.now + timedelta(minutes=5)),
        candidate=story.person,
        profile=replace(profile_of(story.person), birth_date=RIGHT),
        expected_version=story.person.version,
    )
    corrected(story, request)
    assert request.state is RightsState.GRANTED


def test_what_the_person_changed_themself_since_mends_nothing(session: Session) -> None:
    story = trio(session)
    request = asked(story)
    candidates.change_own(
        Act(session, story.young.id, story.now + timedelta(minutes=5)),
        candidate=story.person,
        values={"wishes": "Jeg vil jobbe ute."},
        expected_version=story.person.version,
        is_all_seen=True,
    )
    with pytest.raises(NothingCorrected):
        corrected(story, request)
    corrected(story, request, birth_date=RIGHT)
    assert request.state is RightsState.GRANTED


def test_two_answer_at_once_and_the_second_is_told(open_browser: Browsers, session: Session) -> None:
    story = left(session)
    request = asked(story)
    first, second, third = (open_browser().sign_in(story.worker) for _ in range(3))
    for one in (first, second):
        one.get(f"/veileder/krav/{request.id}/rett")
    third.get(f"/veileder/krav/{request.id}")
    first.submit({"birth_date": "14.05.2007", "reason": "Mai."}, button=LEFT_BUTTON)
    second.submit({"birth_date": "14.06.2007", "reason": "Juni."}, button=LEFT_BUTTON)
    third.submit({"reason": "Nei, det stemmer."}, button="Send svaret")
    for one in (second, third):
        assert "Dette er allerede gjort" in one.text
        assert "Mai." in one.text
    assert story.person.birth_date == RIGHT
    assert request.reason == "Mai."
    assert len(mails_of(session, CandidateMail.REQUEST_ANSWERED)) <= 1
    with pytest.raises(MoveNotAllowed):
        corrected(story, request, first_name="Mina")
    first.get(f"/veileder/krav/{request.id}/rett")
    assert first.address == f"/veileder/krav/{request.id}", "the form is shut with the answer"


def test_the_second_of_two_who_save_other_things_is_told_what_the_first_saved(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session)
    request = asked(story)
    first, second = open_browser().sign_in(story.young), open_browser().sign_in(story.worker)
    second.get(f"/veileder/krav/{request.id}/rett")
    first.get("/min-side/om-meg/endre/kontakt")
    first.submit({"first_name": "Mina"}, button="Lagre")
    second.submit({"birth_date": "14.05.2007", "first_name": "Aminah", "reason": "Mai."}, button=LEFT_BUTTON)
    assert "Hva kandidaten vil bli kalt Lagret nå: Mina Hos deg: Aminah" in second.text
    assert "Mai." in str(second.page)
    assert request.state is RightsState.WAITING
    with pytest.raises(EditedMeanwhile):
        requests.correct(
            Act(session, story.worker.id, story.now),
            request=request,
            profile=replace(profile_of(story.person), birth_date=RIGHT),
            expected_version=story.person.version - 1,
            reason="Mai.",
        )


def test_without_a_request_nothing_is_written_about_one_who_has_left(browser: PageClient, session: Session) -> None:
    story = left(session)
    with pytest.raises(CandidateNotActive):
        candidates.change(
            Act(session, story.worker.id, story.now),
            candidate=story.person,
            profile=replace(profile_of(story.person), birth_date=RIGHT),
            expected_version=story.person.version,
        )
    other = requests.ask(
        Act(session, story.young.id, story.now), candidate=story.person, kind=RightsKind.RESTRICTION, words=""
    )
    session.commit()
    with pytest.raises(MoveNotAllowed):
        corrected(story, other, birth_date=RIGHT)
    browser.sign_in(story.worker).get(f"/veileder/krav/{other.id}/rett", status=404)


def test_a_correction_of_another_office_of_nobody_and_of_one_who_is_deleted_is_missing(
    open_browser: Browsers, session: Session
) -> None:
    story = left(session)
    request, before = asked(story), profile_of(story.person)
    stranger = open_browser().sign_in(counsellor(session, office(session, "0219"), name="Fremmed Fremmedsen"))
    for key in (request.id, uuid4()):
        stranger.get(f"/veileder/krav/{key}/rett", status=404)
        stranger.post(f"/veileder/krav/{key}/rett", {}, status=404)
    open_browser().sign_in(story.young).get(f"/veileder/krav/{request.id}/rett", status=403)
    leaving.ask_deletion(Act(session, story.young.id, story.now), candidate=story.person)
    session.commit()
    open_browser().sign_in(story.worker).get(f"/veileder/krav/{request.id}/rett", status=404)
    with pytest.raises(CandidateNotActive):
        corrected(story, request, birth_date=RIGHT)
    session.rollback()
    assert profile_of(story.person) == before
    leaving.regret(Act(session, story.young.id, story.now), candidate=story.person)
    session.commit()
    corrected(story, request, birth_date=RIGHT)
    assert story.person.birth_date == RIGHT, "who stays is answered"


def test_what_was_agreed_counted_logged_and_looked_at_is_not_written_anew(session: Session) -> None:
    story = left(session)
    request = asked(story)

    def rows(*kinds: type) -> dict[str, list[object]]:
        return {
            kind.__tablename__: sorted(map(repr, session.execute(kind.__table__.select()).all()))  # type: ignore[attr-defined]
            for kind in kinds
        }

    before, log = rows(JobEvent, CandidateRead, Agreement), rows(AuditEvent)["audit_event"]
    assert before["job_event"]
    corrected(story, request, birth_date=RIGHT, first_name="Aminah", municipality_number="3201")
    assert rows(JobEvent, CandidateRead, Agreement) == before
    assert set(log) <= set(rows(AuditEvent)["audit_event"])
    changed, granted = session.scalars(select(AuditEvent).order_by(AuditEvent.occurred_at, AuditEvent.id)).all()[-2:]
    assert {changed.action, granted.action} == {"candidate.changed", "rights_request.granted"}
    assert {changed.actor_id, granted.actor_id} == {story.worker.id}
    assert "Aminah" not in f"{changed.details}{granted.details}{changed.reason}{granted.reason}", "names, no values"


def test_the_look_is_logged_as_an_answer_to_what_was_asked(browser: PageClient, session: Session) -> None:
    story = left(session)
    request = asked(story)
    browser.sign_in(story.worker).get(f"/veileder/krav/{request.id}/rett")
    look = session.scalars(select(CandidateRead).order_by(CandidateRead.at.desc(), CandidateRead.id)).all()
    assert (ReadPurpose.ANSWER_REQUEST, ReadWhat.PROFILE) in {(one.purpose, one.what) for one in look}


def test_an_address_that_is_mended_is_told_at_the_doors_and_confirmed_also_by_who_has_left(
    browser: PageClient, session: Session
) -> None:
    story = left(session, email="amina@plass.test")
    confirm_address(Act(session, story.young.id, story.now), story.person)
    request = asked(story, "E-posten er feil.")
    browser.sign_in(story.worker).get(f"/veileder/krav/{request.id}/rett")
    values = {
        "email": "aminah@plass.test",
        "phone": "400 00 009",
        "first_name": "Aminah",
        "reason": "Det manglet en h.",
    }
    browser.submit(values, button=LEFT_BUTTON)
    assert [one.recipient for one in mails_of(session, DoorMail.CONFIRM_EMAIL)] == ["aminah@plass.test"]
    assert [one.recipient for one in mails_of(session, DoorMail.EMAIL_REPLACED)] == ["amina@plass.test"]
    assert "email_changed" in {one.kind.value for one in session.scalars(select(DoorEvent))}
    assert story.person.confirmed_email == "amina@plass.test", "the new one is a door when the person says it is theirs"
    both = {"amina@plass.test", "aminah@plass.test"}
    assert {one.recipient for one in mails_of(session, CandidateMail.REQUEST_ANSWERED)} == both


def test_nobody_is_forgotten_while_a_correction_waits_and_the_counsellors_are_reminded(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    story = left(session)
    request = asked(story)
    for days, kind in ((25, "near"), (32, "overdue")):
        clock.at = story.now + timedelta(days=days)
        with app.app_context():
            assert jobs.remind_of_requests() == 1, kind
    for days in (900, 940):
        clock.at = story.now + timedelta(days=days)
        with app.app_context():
            jobs.forget_who_is_silent()
        session.expire_all()
    assert story.person.warned_at is None
    assert request.state is RightsState.WAITING


def test_the_database_takes_no_correction_that_says_nothing(session: Session) -> None:
    request = asked(left(session))
    request.words = ""
    with pytest.raises(IntegrityError, match=r"a_correction_says_what_is_wrong"):
        session.flush()
