"""What the scheduler does to openings: it warns once, and expires."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.sending import send_outbox
from app.openings.jobs import expire_openings, warn_of_expiring_openings
from ground.act import Act
from ground.audit import AuditEvent
from matching.openings import life as openings
from matching.records.types import OpeningState, PlacementState, ProposalState
from tests.factories.candidates import candidate, proposed
from tests.factories.openings import day, published
from tests.factories.placements import trio
from tests.factories.register import leader_of, verified_organisation
from tests.support.world import KeptMail, StoppedClock


def test_openings_expire_the_day_after_their_last_and_can_be_published_again(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    passing, staying = published(session, expires_on=day(0)), published(session, expires_on=day(1))
    session.commit()
    clock.forward(days=1)
    with app.app_context():
        assert (expire_openings(), expire_openings()) == (1, 0)
    session.expire_all()
    assert (passing.state, staying.state) == (OpeningState.EXPIRED, OpeningState.PUBLISHED)
    assert session.scalars(select(AuditEvent.action).where(AuditEvent.action == "opening.expired")).all() != []

    passing.expires_on = day(30)
    session.flush()
    openings.publish(
        Act(session, leader_of(session, passing.organisation).id, clock.now()),
        passing,
        expected_version=passing.version,
    )
    assert passing.state is OpeningState.PUBLISHED


def test_when_an_opening_expires_only_what_the_employer_can_answer_still_stands(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    opening = published(session, expires_on=day(0), positions=2)
    unanswered = proposed(session, candidate(session), opening)
    wanted = trio(session, opening=opening)
    session.commit()
    clock.forward(days=1)
    with app.app_context():
        expire_openings()
    session.expire_all()
    assert (unanswered.state, wanted.proposal.state) == (ProposalState.LAPSED, ProposalState.CANDIDATE_YES)
    assert wanted.begin().placement.state is PlacementState.DRAFT


def test_leaders_are_warned_once_a_week_before(
    app: Flask, session: Session, clock: StoppedClock, mail: KeptMail
) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    opening = published(session, employer, leader, expires_on=day(8), title="Plass i kafé")
    session.commit()
    with app.app_context():
        assert warn_of_expiring_openings() == 0
        clock.forward(days=1)
        assert (warn_of_expiring_openings(), warn_of_expiring_openings()) == (1, 0)
        clock.forward(days=1)
        assert warn_of_expiring_openings() == 0
        send_outbox()
    [sent] = mail.sent
    assert sent.recipient == leader.email
    assert "Plass i kafé" in sent.subject
    assert f"/arbeidsgiver/{employer.orgnr}/plasser/{opening.id}" in sent.text
