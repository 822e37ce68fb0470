"""A mail about a placement opens the page it names for the one who got it, on every step of the way."""

import uuid
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import settings
from app.mail_links import link_of
from ground.outbox import OutboxMessage
from matching.placements import life as placements
from matching.placements import reminders
from matching.records.types import ApprovalParty
from register.mails import MailKind
from register.people.models import User
from tests.factories.placements import Trio, trio
from tests.support.client import PageClient
from tests.support.mail_receivers import RECEIVERS

EMPLOYER, CANDIDATE, COUNSELLOR = ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE, ApprovalParty.COUNSELLOR
AMINA = "amina@eksempel.no"


@dataclass
class Postbox:
    """Fetches what is new in the outbox and follows every link, each as the one who received it."""

    app: Flask
    session: Session
    browser: PageClient
    read: set[uuid.UUID] = field(default_factory=set)

    def follow_links(self, story: Trio) -> set[tuple[MailKind, ApprovalParty]]:
        """Open the page of every new mail. Returns what came, to whom."""
        parties = {story.leader.email: EMPLOYER, AMINA: CANDIDATE, story.worker.email: COUNSELLOR}
        came = set()
        for message in self.session.scalars(select(OutboxMessage).where(OutboxMessage.id.not_in(self.read))).all():
            self.read.add(message.id)
            party = parties[message.recipient]
            came.add((message.kind, party))
            self._follow(message, story.actor(party))
        return came

    def _follow(self, message: OutboxMessage, receiver: User) -> None:
        known = [set(one.params) for one in RECEIVERS[message.kind]]
        assert set(message.params) in known, f"{message.kind} carries {set(message.params)}"
        with self.app.app_context():
            path = link_of(message.kind, message.params).removeprefix(settings().address)
        self.browser.sign_in(receiver).get(path)
        assert self.browser.address == path, "the page itself, not one that the reader is led on to"


@pytest.fixture
def postbox(app: Flask, session: Session, browser: PageClient) -> Postbox:
    return Postbox(app, session, browser)


def test_every_mail_from_the_proposal_to_the_ending_opens_its_page(session: Session, postbox: Postbox) -> None:
    story = trio(session, email=AMINA)
    assert postbox.follow_links(story) == {
        (MailKind.PROPOSAL_MADE, CANDIDATE),
        (MailKind.CANDIDATE_ANSWERED, COUNSELLOR),
        (MailKind.CANDIDATE_SAID_YES, EMPLOYER),
    }
    assert postbox.follow_links(story.begin()) == {
        (MailKind.EMPLOYER_ANSWERED, COUNSELLOR),
        (MailKind.EMPLOYER_SAID_YES, CANDIDATE),
    }
    assert postbox.follow_links(story.write()) == {(MailKind.AGREEMENT_TO_APPROVE, CANDIDATE)}
    assert postbox.follow_links(story.approve(*ApprovalParty)) == {
        (MailKind.AGREEMENT_TO_APPROVE, CANDIDATE),
        (MailKind.AGREEMENT_TO_APPROVE, COUNSELLOR),
        *((MailKind.AGREEMENT_APPROVED, party) for party in ApprovalParty),
    }
    story.at(story.placement.agreement.starts_on or story.today)
    reminders.remind_of_starts(session, today=story.today, now=story.now)
    assert postbox.follow_links(story) == {
        (MailKind.START_TO_CONFIRM, EMPLOYER),
        (MailKind.START_TO_CONFIRM, COUNSELLOR),
    }
    assert postbox.follow_links(story.start()) == {(MailKind.PLACEMENT_STARTED, party) for party in ApprovalParty}
    story.at(story.talk_of(1).due_on)
    reminders.remind_of_talks(session, today=story.today, now=story.now)
    assert postbox.follow_links(story) == {(MailKind.FOLLOW_UP_DUE, COUNSELLOR)}
    assert postbox.follow_links(story.end()) == {(MailKind.PLACEMENT_ENDED, EMPLOYER)}


def test_the_mails_of_a_no_open_their_pages(session: Session, postbox: Postbox) -> None:
    story = trio(session, email=AMINA)
    postbox.follow_links(story)
    story.answer(wants_to=False)
    assert postbox.follow_links(story) == {(MailKind.EMPLOYER_ANSWERED, COUNSELLOR)}


def test_the_mails_of_an_agreement_that_is_changed_and_then_stopped_open_their_pages(
    session: Session, postbox: Postbox
) -> None:
    story = trio(session, email=AMINA).agree()
    postbox.follow_links(story)
    assert postbox.follow_links(story.write(hours_per_week=25.0)) == {
        (MailKind.AGREEMENT_CHANGED, CANDIDATE),
        (MailKind.AGREEMENT_CHANGED, COUNSELLOR),
    }
    placements.cancel(session, placement=story.placement, actor_id=story.worker.id, now=story.now)
    assert postbox.follow_links(story) == {(MailKind.PLACEMENT_CANCELLED, EMPLOYER)}
