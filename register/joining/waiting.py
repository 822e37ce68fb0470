"""Registrations that wait for Enhetsregisteret: who is asked about next, when again, and who is told."""

import uuid
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ground.act import Act
from ground.locks import held_all
from ground.paging import Page, one_page
from ground.retries import pause_after
from register.joining.mails import JoiningMail
from register.organisations.models import AwaitedAnswer, Organisation
from register.organisations.types import Trouble
from register.people import mail
from register.people.models import User
from register.roles.models import RoleGrant

FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=12)
TRIES_BEFORE_TELLING = 6
"""After so many tries, some two and a half hours, those who wait are told what they can do themselves."""


def pause_before_next(tries: int) -> timedelta:
    """How long to wait before Enhetsregisteret is asked again about a number."""
    return pause_after(tries, first=FIRST_PAUSE, longest=LONGEST_PAUSE)


def claim_next(act: Act) -> tuple[uuid.UUID, str] | None:
    """Take the registration whose turn it is: its id and number, or None when none is due.

    The try is counted and the next one set before anything is asked, so that whatever happens to this one, even that
    the process dies, those behind it come first.
    """
    due = (
        select(AwaitedAnswer)
        .where(AwaitedAnswer.next_try_at <= act.now)
        .order_by(AwaitedAnswer.next_try_at, AwaitedAnswer.since, AwaitedAnswer.id)
        .limit(1)
    )
    waiting = next(iter(held_all(act.session, AwaitedAnswer, due)), None)
    if waiting is None:
        return None
    waiting.tries += 1
    waiting.next_try_at = act.now + pause_before_next(waiting.tries)
    act.session.flush()
    return waiting.organisation_id, act.session.get_one(Organisation, waiting.organisation_id).orgnr


def note_trouble(act: Act, organisation_id: uuid.UUID, *, trouble: Trouble) -> None:
    """Note what the try met; after some tries those who wait are told by mail, once."""
    waiting = act.session.scalar(select(AwaitedAnswer).where(AwaitedAnswer.organisation_id == organisation_id))
    if waiting is None:
        return  # answered meanwhile
    waiting.trouble = trouble
    if waiting.told_at is None and waiting.tries >= TRIES_BEFORE_TELLING:
        waiting.told_at = act.now
        tell_colleagues(act, waiting.organisation, JoiningMail.REGISTRATION_WAITS)
    act.session.flush()


def trouble_of(session: Session, organisation_id: uuid.UUID) -> Trouble | None:
    """Why Enhetsregisteret has not answered about an employer; None when it has."""
    return session.scalar(select(AwaitedAnswer.trouble).where(AwaitedAnswer.organisation_id == organisation_id))


def waiting_page(session: Session, *, page: int = 1) -> Page[AwaitedAnswer]:
    """The registrations that wait, oldest first."""
    query = select(AwaitedAnswer).options(joinedload(AwaitedAnswer.organisation))
    return one_page(session, query.order_by(AwaitedAnswer.since, AwaitedAnswer.id), page=page)


def tell_colleagues(act: Act, organisation: Organisation, kind: JoiningMail) -> None:
    """Mail everybody who has a role in the organisation."""
    people = act.session.scalars(
        select(User)
        .join(RoleGrant, RoleGrant.user_id == User.id)
        .where(RoleGrant.organisation_id == organisation.id, RoleGrant.revoked_at.is_(None))
    )
    for user in people:
        mail.enqueue_to(act, user, kind=kind, orgnr=organisation.orgnr, organisation=organisation.name)
