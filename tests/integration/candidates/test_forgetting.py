"""A young person who is deleted is gone: from all pages at once, and from the database when they can regret no more."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import JSON, Engine, select
from sqlalchemy.orm import Session

from app.candidates import jobs
from app.candidates.judged import (
    ABOUT_CANDIDATES,
    ABOUT_OTHERS,
    JSON_OF_OTHERS,
    WRITTEN_BY_STAFF,
    Column,
    Fate,
)
from app.kernel.database import db
from app.kernel.forms.once import SubmittedForm
from config import Settings
from ground import outbox
from ground.act import Act
from ground.audit import AuditEvent
from ground.base import Base, Words
from ground.outbox import OutboxMessage
from ground.texts import Locale
from matching.candidates import forgetting, leaving, requests
from matching.candidates.errors import StillPlaced
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.types import RightsKind
from matching.disclosures.models import CandidateRead
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.doors import calling, codes, devices, forgotten, pins
from matching.progress.figures import progress
from matching.progress.models import JobEvent
from matching.proposals.mails import ProposalMail
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Agreement, Placement
from matching.records.types import ProposalState
from register.people.models import User
from register.roles.mails import RoleMail
from register.roles.types import Role
from register.sign_in.drafts import keep_draft
from register.sign_in.models import KeptDraft, SignInLink, UserSession
from register.sign_in.sessions import open_session
from tests.factories import candidates as make
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.factories.register import counsellor, person_with_role
from tests.support.client import PageClient
from tests.support.doors import LONG_AGO, PIN, knows_pin
from tests.support.world import NOON, SECRET, StoppedClock

NAME, PHONE, EMAIL = "Xanthippe", "90 71 82 93", "xanthippe.privat@plass.test"
WISHES, NOTE, WORDS = "Vil jobbe med alpakkaer", "Tenkte på Xanthippe", "Jeg liker meg ikke her"
BORN = date(2004, 2, 29)
AS_DIGITS = PHONE.replace(" ", "")
SECRETS = (NAME.lower(), PHONE, AS_DIGITS, EMAIL, "alpakkaer", BORN.isoformat(), WORDS.lower(), "tidlig oppe")
ABOUT_PEOPLE = {"candidate", "proposal", "placement", "agreement", "approval", "follow_up", "disclosure"}


def story_of(session: Session) -> Trio:
    """Somebody of whom there is one of everything, and whose placement is over."""
    worker = counsellor(session)
    person = make.candidate(
        session, worker, first_name=NAME, phone=PHONE, email=EMAIL, wishes=WISHES, birth_date=BORN
    )  # fmt: skip
    story = trio(session, worker=worker, person=person).agree(plan=f"{NAME} rydder.").start().talk(1).end()
    other = published(session, story.employer, story.leader, now=story.now)
    make.said_yes(session, make.proposed(session, person, other, now=story.now), now=story.now)
    requests.ask(Act(session, story.young.id, story.now), candidate=person, kind=RightsKind.OBJECTION, words=WORDS)
    requests.lift(Act(session, story.young.id, story.now), candidate=person)
    requests.ask(Act(session, story.young.id, story.now), candidate=person, kind=RightsKind.RESTRICTION, words=WORDS)
    looks = reads(
        Act(session, worker.id, story.now),
        person,
        role=Role.COUNSELLOR,
        purpose=ReadPurpose.FOLLOW_UP,
        what=ReadWhat.PROFILE,
    )
    session.add_all(looks)
    open_session(Act(session, None, story.now), user=story.young)
    at_all_doors(session, story)
    typed = [["wishes", "Helst tidlig oppe"]]
    keep_draft(
        Act(session, story.young.id, story.now),
        KeptDraft(
            user_id=story.young.id, page="/p", form="/f", written_at=story.now, typed=typed, left_out=[], files=False
        ),
    )
    session.add(SubmittedForm(key=person.id, user_id=story.young.id, location="/min-side/", at=story.now))
    session.add(
        SignInLink(
            email=EMAIL, token_hash="t", browser_hash="b", created_at=story.now, expires_at=story.now + timedelta(1)
        )
    )
    outbox.enqueue(
        Act(session, None, story.now), recipient=EMAIL, kind=ProposalMail.PROPOSAL_MADE, locale=Locale.BOKMAAL,
        owner_id=person.id,
    )  # fmt: skip
    session.commit()
    return story


def at_all_doors(session: Session, story: Trio) -> None:
    """A PIN, a telephone that is known, a call that is asked for, and a new PIN that was asked for with a code."""
    person, young = story.person, Act(session, story.young.id, story.now)
    pins.choose(young, person, pin=PIN, key=SECRET)
    token = devices.know(young, person, browser="firefox-android")
    held = devices.held_device(session, token=token, now=story.now)
    assert held is not None
    calling.ask_for_call(young, held)
    codes.make_code(Act(session, story.worker.id, story.now), candidate=person, key=SECRET)
    code = codes.living_code(session, person.id, now=story.now)
    assert code is not None
    with_code = codes.held_code(session, code.id, story.now)
    assert with_code is not None
    forgotten.ask_for_reset(young, with_code, browser="chrome-linux")


def delete(story: Trio) -> None:
    """Press the button, and let the days go by."""
    leaving.ask_deletion(Act(story.session, story.young.id, story.now), candidate=story.person)
    story.session.commit()


def dump(engine: Engine) -> Iterator[tuple[str, str]]:
    """Every value of the database, by table and column."""
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                for column, value in zip(table.columns, row, strict=True):
                    yield f"{table.name}.{column.name}", str(value)


def found_in(engine: Engine) -> set[tuple[str, str]]:
    """Where something that only this person has stands."""
    return {(place, secret) for place, text in dump(engine) for secret in SECRETS if secret in text.lower()}


@pytest.fixture
def engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


def go_on(app: Flask, clock: StoppedClock, story: Trio, days: float) -> None:
    """So many days later, the scheduler has had its turn."""
    story.session.commit()
    clock.at = story.now + timedelta(days=days)
    with app.app_context():
        jobs.forget_who_asked()
    story.session.expire_all()


def test_everything_is_gone_but_what_the_agreement_says(
    app: Flask, session: Session, clock: StoppedClock, engine: Engine
) -> None:
    story = story_of(session)
    before = {secret for _place, secret in found_in(engine)}
    assert before == {*SECRETS} - {AS_DIGITS}, "the dump finds all of it before"
    key, young = story.person.id, story.young.id
    delete(story)
    go_on(app, clock, story, 14.1)
    assert found_in(engine) == {
        ("agreement.made_with", NAME.lower()),
        ("agreement.plan", NAME.lower()),
    }
    assert session.get(User, young) is None
    row = session.get_one(Candidate, key)
    assert row.forgotten_at is not None
    assert session.scalars(select(CandidateRead)).all(), "who looked is kept"
    session.commit()
    refers = {place for place, text in dump(engine) if str(young) in text}
    assert refers <= {"audit_event.subject_id", "audit_event.details"}, "a key that leads nowhere, in the log alone"


def test_what_belongs_to_another_with_the_same_address_stays(app: Flask, session: Session, clock: StoppedClock) -> None:
    story = story_of(session)
    person_with_role(session, Role.ANALYST).email = EMAIL
    act = Act(session, None, story.now)
    outbox.enqueue(act, recipient=EMAIL, kind=RoleMail.ROLE_OFFERED, locale=Locale.BOKMAAL)
    delete(story)
    go_on(app, clock, story, 15)
    assert session.scalars(select(OutboxMessage.kind).where(OutboxMessage.recipient == EMAIL)).all() == [
        RoleMail.ROLE_OFFERED
    ]
    assert session.scalar(select(SignInLink)) is not None


def test_every_judged_column_is_forgotten_as_it_says(
    app: Flask, session: Session, clock: StoppedClock, engine: Engine
) -> None:
    story = story_of(session)
    young = story.young.id
    session.commit()
    before = rows_of(engine, young)
    empty = {table for table in ABOUT_CANDIDATES if not before.get(table)}
    assert empty == set(), "there is one of everything, or this says nothing"
    delete(story)
    go_on(app, clock, story, 14.1)
    after = rows_of(engine, young)
    wrong = [
        f"{table}.{name}"
        for table, columns in ABOUT_CANDIDATES.items()
        for name, column in columns.items()
        for row in before[table]
        if not has_its_fate(column, row[name], after[table], row, name)
    ]
    assert wrong == []


def rows_of(engine: Engine, young: uuid.UUID) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table in which something of the person stands; the log without what comes of forgetting."""
    with engine.connect() as connection:
        found = {
            table: [dict(row) for row in connection.execute(select(Base.metadata.tables[table])).mappings()]
            for table in ABOUT_CANDIDATES
        }
    for table, key in (("user_account", "id"), ("role_grant", "user_id"), ("user_session", "user_id")):
        found[table] = [row for row in found[table] if row[key] == young]
    theirs = {row["id"] for table in ("candidate", "proposal", "placement") for row in found[table]}
    found["audit_event"] = [
        row for row in found["audit_event"] if young == row["actor_id"] or row["subject_id"] in theirs
    ]
    found["outbox_message"] = [row for row in found["outbox_message"] if row["recipient"] == EMAIL]
    found["job_event"] = [row for row in found["job_event"] if row["person_ref"] is not None]
    return found


def has_its_fate(column: Column, value: Any, after: list[dict[str, Any]], row: dict[str, Any], name: str) -> bool:
    """Whether a value of before is what its column says it becomes."""
    key = next(one for one in ("id", "key", "user_id", "candidate_id") if one in row)
    now = next((one for one in after if one[key] == row[key]), None)
    if column.fate is Fate.GOES:
        return now is None
    if now is None:  # of a proposal or a draft that came to nothing, or of a candidate's own mail
        return True
    if column.fate is Fate.EMPTIED:
        return now[name] in (None, "", {}, [])
    if column.fate is Fate.CUT:
        return value is None or now[name] != value or name in STAFFS_TOO
    return True


STAFFS_TOO = {"actor_id", "approved_by_id", "person_ref"}
"""Of others they stay; that nothing refers to the account is searched in the dump, and the count has its own test."""


def test_every_table_is_judged_and_a_new_column_is_seen() -> None:
    tables = Base.metadata.tables
    assert tables.keys() == ABOUT_CANDIDATES.keys() | ABOUT_OTHERS.keys()
    assert not ABOUT_CANDIDATES.keys() & ABOUT_OTHERS.keys()
    columns = {name: {column.name for column in tables[name].columns} for name in ABOUT_CANDIDATES}
    assert columns == {name: set(judged) for name, judged in ABOUT_CANDIDATES.items()}
    assert [
        f"{table}.{name}"
        for table, judged in ABOUT_CANDIDATES.items()
        for name, column in judged.items()
        if column.fate is Fate.KEPT and not column.because
    ] == []


def test_no_table_about_others_refers_to_a_candidate() -> None:
    others = [Base.metadata.tables[name] for name in ABOUT_OTHERS]
    refers = {
        f"{table.name}.{column.name}": key.column.table.name
        for table in others
        for column in table.columns
        for key in column.foreign_keys
    }
    assert {place for place, table in refers.items() if table in ABOUT_PEOPLE} == set()
    assert {place for place, table in refers.items() if table == "user_account"} == WRITTEN_BY_STAFF
    assert {
        f"{table.name}.{column.name}"
        for table in others
        for column in table.columns
        if isinstance(column.type, JSON | Words)
    } == JSON_OF_OTHERS


def test_the_count_stays_and_leads_to_nobody(app: Flask, session: Session, clock: StoppedClock) -> None:
    story = story_of(session)
    reference, day = story.person.count_ref, story.today
    figures = counted(session, story.now, day)
    delete(story)
    go_on(app, clock, story, 14.1)
    assert counted(session, clock.at, day).jobs == figures.jobs
    events = [one for one in session.scalars(select(JobEvent)) if one.person_ref is not None]
    assert {one.person_ref for one in events} == {reference}, "one person is still one person"
    assert reference not in session.scalars(select(Candidate.count_ref)).all()
    assert not {one.source_ref for one in events} & set(session.scalars(select(Placement.id)))


def counted(session: Session, now: Any, day: date) -> Any:
    return progress(session, goal=1000, programme_start=Settings(demo=True).programme_start, today=day, now=now)


def test_at_once_nobody_else_sees_them(browser: PageClient, open_browser: Any, session: Session) -> None:
    worker = counsellor(session)
    story = trio(session, worker=worker, first_name=NAME)
    key, proposal = story.person.id, story.proposal
    knows_pin(session, story.person)
    young = open_browser().sign_in(story.young, held_since=LONG_AGO)
    young.get("/min-side/om-meg")
    young.get("/min-side/slett")
    young.submit({"pin": PIN}, button="Ja, slett meg")
    assert "Du blir slettet" in young.text
    browser.sign_in(worker)
    for address in (
        "/veileder/",
        "/veileder/kontoret",
        "/veileder/plasseringer",
        f"/veileder/plasser/{story.opening.id}",
    ):
        assert NAME not in browser.get(address).get_text(), address
    browser.get(f"/veileder/kandidater/{key}/rediger", status=404)
    browser.get(f"/veileder/kandidater/{key}/plasser", status=404)
    browser.get(f"/veileder/kandidater/{key}")
    assert "vil slettes" in browser.text
    assert PHONE not in browser.text
    leader = open_browser().sign_in(story.leader)
    assert NAME not in leader.get(f"/arbeidsgiver/{story.employer.orgnr}/kandidater").get_text()
    assert session.get_one(type(proposal), proposal.id).state is ProposalState.WITHDRAWN


def test_what_staff_wrote_about_the_person_and_did_not_send_goes_with_them(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    story = story_of(session)
    other = make.candidate(session, story.worker, first_name="Bo")
    request = session.scalars(select(RightsRequest).limit(1)).one()
    talk = story.placement.follow_ups[0]
    about = {
        "person": f"/veileder/kandidater/{story.person.id}/rediger",
        "proposal": f"/veileder/forslag/{story.proposal.id}/svar",
        "placement": f"/arbeidsgiver/{story.employer.orgnr}/plasseringer/{story.placement.id}",
        "request": f"/veileder/krav/{request.id}",
        "talk": f"/veileder/samtaler/{talk.id}",
        "chosen": "/veileder/plasser",
        "another": f"/veileder/kandidater/{other.id}/rediger",
    }
    delete(story)
    session.commit()
    for name, page in about.items():
        keep_draft(
            Act(session, story.worker.id, story.now),
            KeptDraft(
                user_id=story.worker.id,
                page=page,
                form=page,
                written_at=story.now + timedelta(days=14),
                typed=[["person", str(story.person.id)]] if name == "chosen" else [["note", NAME]],
                left_out=[],
                files=False,
            ),
        )
    session.commit()
    go_on(app, clock, story, 14)
    left = session.scalars(select(KeptDraft.page).where(KeptDraft.user_id == story.worker.id))
    assert list(left) == [about["another"]]


def test_who_regrets_finds_everything_as_it_was(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    story = trio(session, first_name=NAME)
    delete(story)
    clock.at = story.now + timedelta(days=13)
    browser.sign_in(story.young).get("/min-side/")
    browser.submit(button="Jeg angrer, behold meg")
    assert NAME in browser.text
    go_on(app, clock, story, 20)
    assert story.person.forgotten_at is None
    assert story.person.takes_part
    browser.sign_in(story.worker).get("/veileder/")
    assert NAME in browser.text


def test_a_deletion_that_is_not_over_is_not_carried_out(app: Flask, session: Session, clock: StoppedClock) -> None:
    story = trio(session)
    delete(story)
    go_on(app, clock, story, 13.9)
    assert story.person.forgotten_at is None
    go_on(app, clock, story, 14)
    assert story.person.forgotten_at is not None
    go_on(app, clock, story, 15)  # the job comes again, and there is nothing to do


def test_only_the_person_themself_by_a_door_that_is_a_day_old(open_browser: Any, session: Session) -> None:
    story = trio(session)
    knows_pin(session, story.person)
    for held_since, pin, told in (
        (NOON, PIN, "noe som er nytt siden i går"),
        (NOON - timedelta(hours=23, minutes=59), PIN, "noe som er nytt siden i går"),
        (LONG_AGO, "846205", "Det er ikke PIN-koden din."),
        (LONG_AGO, "", "Skriv PIN-koden din."),
    ):
        young = open_browser().sign_in(story.young, held_since=held_since)
        young.get("/min-side/slett")
        young.submit({"pin": pin}, button="Ja, slett meg")
        assert told in young.text
        assert story.person.deletion_asked_at is None
    young = open_browser().sign_in(story.young, held_since=NOON - timedelta(hours=24))
    young.get("/min-side/slett")
    young.submit({"pin": PIN}, button="Ja, slett meg")
    assert story.person.deletion_asked_at is not None


def test_what_is_refused_for_another_reason_than_the_pin_is_no_wrong_try(
    open_browser: Any, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = trio(session)
    knows_pin(session, story.person)

    def asked_in_vain(young: PageClient, pin: str) -> None:
        young.get("/min-side/slett")
        young.submit({"pin": pin}, button="Ja, slett meg")

    def wrong_tries() -> list[int]:
        session.expire_all()
        opened = select(UserSession.wrong_pins).where(UserSession.user_id == story.young.id)
        return list(session.scalars(opened.order_by(UserSession.held_since)))

    old = open_browser().sign_in(story.young, held_since=LONG_AGO)
    new = open_browser().sign_in(story.young, held_since=NOON)
    asked_in_vain(old, "846205")
    for pin in (*[PIN] * 6, *["846205"] * 6):
        asked_in_vain(new, pin)
    assert wrong_tries() == [1, 0], "a door that is too new is told before the PIN is looked at"

    def placed_meanwhile(_act: Act, *, candidate: Candidate) -> None:
        raise StillPlaced

    monkeypatch.setattr(leaving, "ask_deletion", placed_meanwhile)
    for _ in range(6):
        asked_in_vain(old, PIN)
        assert "Det finnes en avtale som gjelder nå" in old.text
    assert wrong_tries() == [0, 0]


def test_with_an_agreement_it_is_a_request_and_the_person_is_told_why(browser: PageClient, session: Session) -> None:
    story = trio(session).agree()
    session.commit()
    knows_pin(session, story.person)
    browser.sign_in(story.young, held_since=LONG_AGO).get("/min-side/slett")
    assert "Du har en avtale som gjelder nå" in browser.text
    browser.submit({"pin": PIN}, button="Be om å bli slettet")
    assert "Sletting" in browser.text
    assert "Du får svar senest" in browser.text
    assert story.person.deletion_asked_at is None
    with pytest.raises(StillPlaced):
        forgetting.forget(Act(session, None, NOON), candidate_id=story.person.id)
    told = select(OutboxMessage.recipient).where(OutboxMessage.kind == CandidateMail.REQUEST_MADE)
    assert session.scalars(told).all() == [story.worker.email]
    assert story.person.first_name in browser.sign_in(story.worker).get("/veileder/krav").get_text()


def test_the_name_in_an_agreement_goes_when_its_time_is_over(app: Flask, session: Session, clock: StoppedClock) -> None:
    story = story_of(session)
    story.placement.agreement.mentor_name = "Mari Mentor"
    delete(story)
    go_on(app, clock, story, 15)
    session.commit()
    clock.at = story.now + timedelta(days=365 * 9)
    with app.app_context():
        jobs.forget_what_was_kept()
    session.expire_all()
    kept = session.scalars(select(Agreement)).one()
    assert (kept.made_with, kept.plan, kept.mentor_name) == (NAME, f"{NAME} rydder.", "Mari Mentor")
    assert kept.contract_reference
    assert session.scalars(select(CandidateRead)).all() == [], "who looked at nobody is kept two years"
    session.commit()
    clock.at = story.now + timedelta(days=365 * 10 + 5)
    with app.app_context():
        jobs.forget_what_was_kept()
    session.expire_all()
    assert (kept.made_with, kept.plan, kept.mentor_name, kept.contract_reference) == ("", "", "", "")


def test_why_something_was_done_is_emptied_and_that_it_was_done_stays(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    story = story_of(session)
    made = select(AuditEvent).where(AuditEvent.action == "proposal.made")
    assert {one.reason for one in session.scalars(made)} == {"Vi prøver likevel."}
    delete(story)
    go_on(app, clock, story, 15)
    assert {one.reason for one in session.scalars(made)} == {""}
    acts = select(AuditEvent).where(AuditEvent.action == "agreement.approved_by_candidate")
    assert [(one.actor_id, one.details["by"]) for one in session.scalars(acts)] == [(None, "forgotten")]
