"""Objecting, stopping the use, and what those who have left can still do."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.candidates import jobs
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.states import MoveNotAllowed
from matching.candidates import leaving, requests
from matching.candidates import life as candidates
from matching.candidates.errors import StillPlaced
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.types import RightsKind, RightsState
from matching.proposals import life as proposals
from matching.records.errors import CandidateNotActive, UseRestricted
from matching.records.queries.candidates import looking_in_caseload
from matching.records.types import ApprovalParty
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.factories.register import counsellor, office
from tests.support.client import PageClient
from tests.support.doors import LONG_AGO, PIN, knows_pin
from tests.support.world import NOON, StoppedClock

Browsers = Callable[[], PageClient]


def asked(story: Trio, kind: RightsKind = RightsKind.RESTRICTION, words: str = "Ikke nå.") -> RightsRequest:
    act = Act(story.session, story.young.id, story.now)
    made = requests.ask(act, candidate=story.person, kind=kind, words=words)
    story.session.commit()
    return made


def mails_of(session: Session, kind: CandidateMail) -> list[str]:
    return list(session.scalars(select(OutboxMessage.recipient).where(OutboxMessage.kind == kind)))


def test_a_young_person_stops_the_use_and_a_person_answers_with_a_reason(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session, email="amina@plass.test")
    young, worker = open_browser().sign_in(story.young), open_browser().sign_in(story.worker)
    young.get("/min-side/rettigheter")
    young.submit({"kind": "restriction", "words": "Jeg må tenke."}, button="Send")
    assert "Bruken er stoppet" in young.text
    assert "Du får svar senest 23. desember 2026" in young.text.replace("\xa0", " ")
    worker.get("/veileder/krav")
    assert "30 dager igjen" in worker.text
    request = session.scalars(select(RightsRequest)).one()
    worker.get(f"/veileder/krav/{request.id}")
    worker.submit({"answer": "no", "reason": ""}, button="Send svaret")
    assert "Skriv hvorfor." in worker.text
    worker.submit({"answer": "no", "reason": "Vi trenger det for å hjelpe deg."}, button="Send svaret")
    young.get("/min-side/rettigheter")
    assert "Vi trenger det for å hjelpe deg." in young.text
    assert "klage til Datatilsynet" in young.text
    assert "Bruken er stoppet" not in young.text, "a no ends the stop"
    assert mails_of(session, CandidateMail.REQUEST_ANSWERED) == ["amina@plass.test"]
    assert mails_of(session, CandidateMail.REQUEST_MADE) == [story.worker.email]


def test_who_asks_again_in_other_words_is_told_that_nobody_reads_them(browser: PageClient, session: Session) -> None:
    story = trio(session)
    request = asked(story)
    assert asked(story, words=" ") is request
    browser.sign_in(story.young).get("/min-side/rettigheter")
    browser.submit({"kind": "restriction", "words": "Dere deler for mye."}, button="Send")
    assert "Det du skrev nå, er ikke sendt." in browser.text
    assert "Dere deler for mye." in str(browser.page)
    assert "Nav-kontoret ditt har fått beskjed" not in browser.text
    assert "Veilederen din har fått beskjed" not in browser.text
    session.refresh(request)
    assert request.words == "Ikke nå."


def test_while_it_waits_nothing_is_used_beyond_what_is_agreed(open_browser: Browsers, session: Session) -> None:
    story = trio(session)
    office = [story.person.nav_office_id]
    assert story.person in looking_in_caseload(session, story.worker.id, office)
    asked(story, RightsKind.OBJECTION)
    assert story.person not in looking_in_caseload(session, story.worker.id, office)
    with pytest.raises(CandidateNotActive):
        make.proposed(session, story.person, published(session))
    leader = open_browser().sign_in(story.leader)
    assert "Amina" not in leader.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater").get_text()
    leader.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater/{story.proposal.id}", status=404)
    worker = open_browser().sign_in(story.worker)
    worker.get(f"/veileder/kandidater/{story.person.id}/plasser")
    assert "har stoppet bruken" in worker.text
    requests.lift(Act(session, story.young.id, NOON), candidate=story.person)
    session.commit()
    assert "Amina" in leader.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater").get_text()


def test_what_is_agreed_goes_on(open_browser: Browsers, session: Session) -> None:
    story = trio(session).agree()
    asked(story)
    leader = open_browser().sign_in(story.leader)
    leader.get(f"/arbeidsgiver/{story.employer.orgnr}/plasseringer/{story.placement.id}")
    assert "Amina" in leader.text


def test_nothing_new_is_agreed_while_the_use_is_stopped(session: Session) -> None:
    story = trio(session).begin().write()
    asked(story)
    with pytest.raises(UseRestricted):
        story.approve(ApprovalParty.EMPLOYER)


def test_who_deletes_themself_and_regrets_is_not_deleted_by_an_answer_to_what_they_asked_before(
    session: Session,
) -> None:
    story = trio(session).agree().start()
    request = asked(story, RightsKind.DELETION)
    story.end()
    act = Act(session, story.young.id, story.now)
    leaving.ask_deletion(act, candidate=story.person)
    leaving.regret(act, candidate=story.person)
    with pytest.raises(MoveNotAllowed):
        requests.answer(Act(session, story.worker.id, story.now), request=request, granted=True, reason="Ja.")
    assert story.person.deletion_asked_at is None


def test_nobody_says_yes_while_the_use_is_stopped(session: Session) -> None:
    story = trio(session)
    proposal = make.proposed(session, story.person, published(session))
    asked(story)
    with pytest.raises(UseRestricted):
        proposals.say_yes(
            Act(session, story.young.id, NOON),
            proposal=proposal,
            shared=(),
            adaptations=(),
            expected_version=proposal.version,
        )


def test_a_yes_keeps_the_stop_until_the_person_lifts_it(browser: PageClient, session: Session) -> None:
    story = trio(session)
    request = asked(story)
    act = Act(session, story.worker.id, NOON)
    requests.answer(act, request=request, granted=True, reason="Selvsagt.")
    session.commit()
    assert story.person.restricted_at is not None
    browser.sign_in(story.young).get("/min-side/rettigheter")
    browser.submit(button="Start bruken igjen")
    assert story.person.restricted_at is None
    assert request.state is RightsState.WITHDRAWN


def test_what_is_overdue_comes_first_and_is_reminded_of(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    worker = counsellor(session)
    first, second = trio(session, worker=worker, first_name="Først"), trio(session, worker=worker, first_name="Sist")
    second.now += timedelta(days=20)
    asked(second)
    asked(first)
    clock.at = NOON + timedelta(days=25)
    with app.app_context():
        assert jobs.remind_of_requests() == 1, "its last day is near"
        assert jobs.remind_of_requests() == 0
    clock.at = NOON + timedelta(days=32)
    with app.app_context():
        assert jobs.remind_of_requests() == 1, "its last day is past"
    browser.sign_in(worker).get("/veileder/krav")
    assert browser.text.index("Først") < browser.text.index("Sist")
    assert "2 dager over fristen" in browser.text
    browser.get("/veileder/")
    rows = [" ".join(row.get_text(" ").split()) for row in browser.page.select("ul.waiting > li")]
    assert rows[0].startswith("Først, 21 år : Svar på kravet")
    assert rows[0].endswith("2 dager forsinket")
    assert rows[1].startswith("Sist, 21 år : Svar på kravet")
    stranger = browser.sign_in(counsellor(session, office(session, "0219"), name="Fremmed Fremmedsen"))
    assert stranger.get("/veileder/").select("ul.waiting") == []
    browser.sign_in(first.young).get("/min-side/rettigheter")
    assert "Det beklager vi" in browser.text


def test_a_deletion_that_is_granted_begins_when_the_agreement_is_over(session: Session) -> None:
    story = trio(session).agree().start()
    request = asked(story, RightsKind.DELETION)
    act = Act(session, story.worker.id, story.now)
    with pytest.raises(StillPlaced):
        requests.answer(act, request=request, granted=True, reason="Ja.")
    session.rollback()
    story.end()
    requests.answer(act, request=request, granted=True, reason="Ja.")
    assert story.person.deletion_asked_at is not None


def test_the_second_of_two_who_answer_is_told_and_the_first_answer_stands(
    open_browser: Browsers, session: Session
) -> None:
    story = trio(session)
    request = asked(story)
    first, second = (open_browser().sign_in(story.worker) for _ in range(2))
    for one in (first, second):
        one.get(f"/veileder/krav/{request.id}")
    first.submit({"answer": "yes", "reason": "Selvsagt."}, button="Send svaret")
    second.submit({"answer": "no", "reason": "Vi trenger det."}, button="Send svaret")
    assert "Dette er allerede gjort" in second.text
    assert "Selvsagt." in second.text
    assert (request.state, request.reason) == (RightsState.GRANTED, "Selvsagt.")


def test_a_request_of_another_office_is_missing(browser: PageClient, session: Session) -> None:
    story = trio(session)
    request = asked(story)
    stranger = counsellor(session, office(session, "0219"), name="Fremmed Fremmedsen")
    browser.sign_in(stranger).get(f"/veileder/krav/{request.id}", status=404)
    assert "Amina" not in browser.get("/veileder/krav").get_text()


def test_who_has_left_sees_takes_along_and_deletes(open_browser: Browsers, session: Session) -> None:
    person = make.candidate(session, first_name="Noor")
    worker, young = make.keeper_of(session, person), make.can_sign_in(session, person)
    knows_pin(session, person)
    browser = open_browser().sign_in(young, held_since=LONG_AGO)
    candidates.close(Act(session, worker.id, NOON), candidate=person)
    browser.get("/min-side/")
    assert "Du er ikke med i Plass lenger" in browser.text
    for address in ("/min-side/om-meg", "/min-side/hvem-har-sett", "/min-side/alt", "/min-side/mine-data.json"):
        browser.get(address)
    browser.get("/min-side/om-meg/endre", status=404)
    browser.get("/min-side/slett")
    browser.submit({"pin": PIN}, button="Ja, slett meg")
    assert person.deletion_asked_at is not None
    colleague = open_browser().sign_in(worker)
    for address in ("/veileder/", "/veileder/kontoret", "/veileder/plasseringer"):
        assert "Noor" not in colleague.get(address).get_text()


@pytest.mark.parametrize("leave", [candidates.close, leaving.ask_deletion])
def test_an_old_mail_leads_who_has_left_to_the_page_that_says_so(
    browser: PageClient, session: Session, leave: Callable[..., None]
) -> None:
    story = trio(session).begin()
    strangers = trio(session, first_name="Bo").begin()
    leave(Act(session, story.worker.id, story.now), candidate=story.person)
    session.commit()
    browser.sign_in(story.young)
    says = "Du er ikke med i Plass lenger" if leave is candidates.close else "Du blir slettet"
    for address in (f"/min-side/forslag/{story.proposal.id}", f"/min-side/plasseringer/{story.placement.id}"):
        browser.get(address)
        assert browser.address == "/min-side/"
        assert says in browser.text
    for key in (strangers.proposal.id, uuid4()):
        browser.get(f"/min-side/forslag/{key}", status=404)
    for key in (strangers.placement.id, uuid4()):
        browser.get(f"/min-side/plasseringer/{key}", status=404)
    browser.post(f"/min-side/forslag/{story.proposal.id}/nei", {}, status=404)
    browser.post(f"/min-side/plasseringer/{story.placement.id}/godkjenn", {}, status=404)


def test_of_whom_nothing_is_heard_is_warned_and_then_forgotten(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    person = make.candidate(session, email="noor@plass.test")
    young = make.can_sign_in(session, person)
    session.commit()

    def after(days: int) -> None:
        session.commit()
        clock.at = NOON + timedelta(days=days)
        with app.app_context():
            jobs.forget_who_is_silent()
        session.expire_all()

    after(330)
    assert person.warned_at is None
    after(336)
    assert person.warned_at is not None
    assert mails_of(session, CandidateMail.FORGOTTEN_SOON) == ["noor@plass.test"]
    browser.sign_in(young).get("/min-side/")
    browser.submit(button="Behold det som står om meg")
    after(370)
    assert person.forgotten_at is None, "the time began anew"
    after(336 + 340)
    after(336 + 365)
    assert person.forgotten_at is None, "warned less than 30 days ago"
    after(336 + 372)
    assert person.forgotten_at is not None


def test_after_a_placement_a_person_is_kept_longer(app: Flask, session: Session, clock: StoppedClock) -> None:
    story = trio(session).agree().start().end()
    candidates.close(Act(session, story.worker.id, story.now), candidate=story.person)
    for days in (340, 400, 705, 740):
        session.commit()
        clock.at = story.now + timedelta(days=days)
        with app.app_context():
            jobs.forget_who_is_silent()
        session.expire_all()
        assert (story.person.forgotten_at is not None) == (days == 740)
