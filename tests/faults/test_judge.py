"""The judge of `make faults` finds what it is there to find; a run without a finding says nothing otherwise."""

import uuid

import pytest
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import enqueue, mark_sent
from register.organisations.models import Organisation
from register.sign_in.mails import SignInMail
from tests.factories.openings import drafted
from tests.factories.register import leader_of, verified_organisation
from tests.faults.judge import what_is_wrong
from tests.faults.outside import MailServer
from tests.faults.writers import Journal
from tests.support.world import NOON

pytestmark = pytest.mark.strange_mails  # nobody reads these


@pytest.fixture
def employer(session: Session) -> Organisation:
    return verified_organisation(session)


def test_nothing_is_wrong_where_all_that_was_said_to_be_done_is_there(session: Session, employer: Organisation) -> None:
    place = drafted(session, employer, leader_of(session, employer))
    title = place.title
    inbox = MailServer()
    inbox.received[f"<{_sent(session).hex}@plass.example>"] += 2  # twice by one name can be told apart
    journal = Journal(drafts={title: True, "never answered": False}, changes={title: {"", place.summary}})
    journal.links["kari@plass.test"] = 1
    assert list(what_is_wrong(session, journal, inbox)) == []


def test_what_was_said_to_be_done_and_is_not_there_is_lost(session: Session, employer: Organisation) -> None:
    title = drafted(session, employer, leader_of(session, employer)).title
    journal = Journal(
        drafts={"Gone": True}, changes={title: {"as it was said to be kept"}}, registered={"200000013": True}
    )
    assert list(what_is_wrong(session, journal, MailServer())) == [
        "lost: Gone", f"a change is lost: {title}", "lost: the registration of 200000013",
    ]  # fmt: skip


def test_what_is_there_twice_is_told(session: Session, employer: Organisation) -> None:
    leader = leader_of(session, employer)
    title = drafted(session, employer, leader).title
    assert drafted(session, employer, leader).title == title
    assert list(what_is_wrong(session, Journal(drafts={title: False}), MailServer())) == [f"2 times: {title}"]


def test_a_mail_that_is_said_to_be_sent_and_never_came_is_told_and_so_is_one_that_waits(session: Session) -> None:
    _sent(session)
    _put(session)
    told = list(what_is_wrong(session, Journal(), MailServer()))
    assert [line.partition(":")[0] for line in told] == ["not sent", "said to be sent, and never came"]


def test_a_link_that_was_asked_for_once_is_put_in_the_outbox_once(session: Session) -> None:
    inbox, journal = MailServer(), Journal()
    for _ in range(2):
        inbox.received[f"<{_sent(session).hex}@plass.example>"] += 1
    journal.links["kari@plass.test"] = 1
    assert len(list(what_is_wrong(session, journal, inbox))) == 1
    journal.links_in_doubt["kari@plass.test"] = 1
    assert list(what_is_wrong(session, journal, inbox)) == []


def _put(session: Session) -> uuid.UUID:
    mail = enqueue(Act(session, None, NOON), recipient="kari@plass.test", kind=SignInMail.SIGN_IN)
    assert mail is not None
    return mail.id


def _sent(session: Session) -> uuid.UUID:
    key = _put(session)
    mark_sent(Act(session, None, NOON), key)
    return key
