"""A mail about a placement opens the page it names for the one who got it, on every step of the way."""

import uuid
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.context import settings
from app.kernel.mails.links import link_of
from ground.act import Act
from ground.outbox import OutboxMessage
from matching.placements import life as placements
from matching.placements import reminders
from matching.placements.mails import PlacementMail
from matching.proposals.mails import ProposalMail
from matching.records.types import ApprovalParty
from register.people.models import User
from tests.factories.placements import Trio, trio
from tests.support.client import PageClient

EMPLOYER, CANDIDATE, COUNSELLOR = ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE, ApprovalParty.COUNSELLOR
AMINA = "amina@eksempel.no"


@dataclass
class Postbox:
    """Fetches what is new in the outbox and follows every link, each as the one who received it."""

    app: Flask
    session: Session
    browser: PageClient
    read: set[uuid.UUID] = field(default_factory=set)

    def follow_links(self, story: Trio) -> set[tuple[str, ApprovalParty]]:
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
        with self.app.app_context():
            path = link_of(message.kind, message.params).removeprefix(settings().address)
        self.browser.sign_in(receiver).get(path)
        page = path.partition("?neste=")[2] or path  # a candidate who is signed in is led through the own door
        assert self.browser.address == page, "the page itself, not another that the reader is led on to"


@pytest.fixture
def postbox(app: Flask, session: Session, browser: PageClient) -> Postbox:
    return Postbox(app, session, browser)


def test_every_mail_from_the_proposal_to_the_ending_opens_its_page(session: Session, postbox: Postbox) -> None:
    story = trio(session, email=AMINA)
    assert postbox.follow_links(story) == {
        (ProposalMail.PROPOSAL_MADE, CANDIDATE),
        (ProposalMail.CANDIDATE_ANSWERED, COUNSELLOR),
        (ProposalMail.CANDIDATE_SAID_YES, EMPLOYER),
    }
    assert postbox.follow_links(story.begin()) == {
        (ProposalMail.EMPLOYER_ANSWERED, COUNSELLOR),
        (ProposalMail.EMPLOYER_SAID_YES, CANDIDATE),
    }
    assert postbox.follow_links(story.write()) == {(PlacementMail.AGREEMENT_TO_APPROVE, CANDIDATE)}
    assert postbox.follow_links(story.approve(*ApprovalParty)) == {
        (PlacementMail.AGREEMENT_TO_APPROVE, CANDIDATE),
        (PlacementMail.AGREEMENT_TO_APPROVE, COUNSELLOR),
        *((PlacementMail.AGREEMENT_APPROVED, party) for party in ApprovalParty),
    }
    story.at(story.placement.agreement.starts_on or story.today)
    reminders.remind_of_start(Act(session, None, story.now), story.placement.id)
    assert postbox.follow_links(story) == {
        (PlacementMail.START_TO_CONFIRM, EMPLOYER),
        (PlacementMail.START_TO_CONFIRM, COUNSELLOR),
    }
    assert postbox.follow_links(story.start()) == {(PlacementMail.PLACEMENT_STARTED, party) for party in ApprovalParty}
    story.at(story.talk_of(1).due_on)
    reminders.remind_of_talk(Act(session, None, story.now), story.talk_of(1).id)
    assert postbox.follow_links(story) == {(PlacementMail.FOLLOW_UP_DUE, COUNSELLOR)}
    assert postbox.follow_links(story.end()) == {(PlacementMail.PLACEMENT_ENDED, EMPLOYER)}


def test_the_mails_of_a_no_open_their_pages(session: Session, postbox: Postbox) -> None:
    story = trio(session, email=AMINA)
    postbox.follow_links(story)
    story.answer(wants_to=False)
    assert postbox.follow_links(story) == {(ProposalMail.EMPLOYER_ANSWERED, COUNSELLOR)}


def test_the_mails_of_an_agreement_that_is_changed_and_then_stopped_open_their_pages(
    session: Session, postbox: Postbox
) -> None:
    story = trio(session, email=AMINA).agree()
    postbox.follow_links(story)
    assert postbox.follow_links(story.write(hours_per_week=25.0)) == {
        (PlacementMail.AGREEMENT_CHANGED, CANDIDATE),
        (PlacementMail.AGREEMENT_CHANGED, COUNSELLOR),
    }
    placements.cancel(Act(session, story.worker.id, story.now), placement=story.placement)
    assert postbox.follow_links(story) == {(PlacementMail.PLACEMENT_CANCELLED, EMPLOYER)}
