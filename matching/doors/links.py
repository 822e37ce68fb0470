"""Links in the mails to a candidate: each leads to the PIN, in any browser, for two weeks."""

import base64
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from ground import outbox
from ground.act import Act
from ground.secrets import derived_token, same
from ground.texts import Locale
from matching.doors.events import note
from matching.doors.held import MOST_WRONG_PINS, Held, are_links_closed, may_come_in
from matching.doors.mails import DoorMail
from matching.doors.models import CandidatePin, OwnLink
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.people.mailbox import read_mailbox
from register.sign_in.types import Door

OWN_LINK_LIFE = timedelta(days=14)
OFFERED_ANEW = timedelta(days=30)
MOST_ASKED_FOR, ASKED_WITHIN = 3, timedelta(minutes=15)
ID_LETTERS = 22


def token_of(link_id: uuid.UUID | str, *, key: str) -> str:
    """What stands in the link: its id, and a secret that is worked out again when it comes back."""
    of = uuid.UUID(str(link_id))
    return base64.urlsafe_b64encode(of.bytes).rstrip(b"=").decode() + derived_token(of.hex, purpose="own link", key=key)


def enqueue_to(
    act: Act, candidate: Candidate, *, kind: str, once_key: str | None = None, also_former: bool = False, **params: Any
) -> None:
    """Mail a candidate who has given an address, in their language, with a link of their own to what it is about.

    Who has left, or wants to be deleted, gets no mail but what is about that (`also_former`).
    """
    if not candidate.email or not (candidate.takes_part or also_former):
        return
    _mail(act, candidate, candidate.email, kind=kind, once_key=once_key, **params)


def tell_all_addresses(act: Act, candidate: Candidate, *, kind: str) -> None:
    """Mail what concerns the doors to the address that stands, and to the confirmed one where that is another."""
    for address in sorted({one for one in (candidate.email, candidate.confirmed_email) if one}):
        _mail(act, candidate, address, kind=kind)


def tell_former_address(act: Act, candidate: Candidate, address: str) -> None:
    """The old address is told that it gets no more mail; once confirmed, it opens until another is."""
    outbox.enqueue(
        act, recipient=address, kind=DoorMail.EMAIL_REPLACED, locale=language_of(candidate), owner_id=candidate.id
    )


def language_of(candidate: Candidate) -> Locale:
    """The language of a candidate's mails."""
    return candidate.user.locale if candidate.user else Locale.BOKMAAL


def link_with(session: Session, *, token: str, key: str) -> OwnLink | None:
    """The link that a token belongs to, living or not; None for a token that was never in a mail of ours."""
    try:
        link_id = uuid.UUID(bytes=base64.urlsafe_b64decode(token[:ID_LETTERS] + "=="))
    except ValueError:
        return None
    return session.get(OwnLink, link_id) if same(token, token_of(link_id, key=key)) else None


def held_link(session: Session, link: OwnLink | None, *, now: datetime) -> Held | None:
    """What a link proves, while it lives and its address is the candidate's."""
    if link is None or link.expires_at <= now or link.wrong_pins >= MOST_WRONG_PINS or not is_own(link):
        return None
    if are_links_closed(session, link.candidate_id, now=now):
        return None
    proved = link.address == link.candidate.confirmed_email
    since = link.candidate.email_confirmed_at if proved else None
    return Held(Door.OWN_LINK, link.id, link.candidate_id, link.candidate, since or now, is_proved=proved)


def is_own(link: OwnLink) -> bool:
    """Whether its address is the candidate's, and the candidate may sign in.

    The one that was confirmed stays until another is: whoever changes what is typed shuts nobody out.
    """
    person = link.candidate
    return link.address in (person.email, person.confirmed_email) and may_come_in(person)


def is_old(link: OwnLink, *, now: datetime) -> bool:
    """Whether it opens nothing for no other reason than its age: then a new one is sent."""
    return link.expires_at <= now and is_own(link)


def is_first_time(session: Session, link: OwnLink) -> bool:
    """Whether its candidate has no PIN yet, which is chosen with a code."""
    return link.address == link.candidate.email and session.get(CandidatePin, link.candidate_id) is None


def ask_for_link(act: Act, *, email: str) -> bool:
    """Send a link to the candidates with an address; the answer on the page is the same whether there are any.

    So many within a quarter of an hour and no more, without anybody being able to tell. Returns whether the address is
    a candidate's, for the door of others. Raises NoMailbox.
    """
    people = _with_address(act.session, read_mailbox(email))
    for person in people:
        send_own_link(act, person, address=read_mailbox(email))
    return bool(people)


def send_own_link(act: Act, candidate: Candidate, *, address: str) -> None:
    """Send a candidate a new link to an address of theirs; too many at once are not sent."""
    lately = select(func.count()).where(
        OwnLink.candidate_id == candidate.id, OwnLink.is_asked_for, OwnLink.created_at > act.now - ASKED_WITHIN
    )
    if act.session.scalar(lately) < MOST_ASKED_FOR:  # type: ignore[operator]  # a count is a number
        _mail(act, candidate, address, kind=DoorMail.OWN_LINK)


def confirm_address(act: Act, person: Candidate) -> None:
    """The candidate, who came by a link to it and knew the PIN, has said that this address is theirs."""
    if person.email and person.confirmed_email != person.email:
        person.confirmed_email, person.email_confirmed_at = person.email, act.now
        act.session.flush()
        note(act.by(person.user_id), person, DoorEventKind.EMAIL_CONFIRMED)


def forgive_links(act: Act, person: Candidate) -> None:
    """A right PIN was typed, at whatever door: wrong ones at the living links are counted from nought."""
    of_theirs = OwnLink.candidate_id == person.id, OwnLink.wrong_pins.between(1, MOST_WRONG_PINS - 1)
    act.session.execute(update(OwnLink).where(*of_theirs).values(wrong_pins=0))


def forget_links(act: Act) -> None:
    """Remove links that have run out long ago (a scheduled job); for a month they offer a new one."""
    act.session.execute(delete(OwnLink).where(OwnLink.expires_at < act.now - OFFERED_ANEW))


def _with_address(session: Session, address: str) -> Sequence[Candidate]:
    has_it = or_(Candidate.email == address, Candidate.confirmed_email == address)
    return session.scalars(select(Candidate).where(has_it).order_by(Candidate.id)).all()


def _mail(
    act: Act, candidate: Candidate, address: str, *, kind: str, once_key: str | None = None, **params: Any
) -> None:
    asked = kind == DoorMail.OWN_LINK
    link = OwnLink(
        candidate_id=candidate.id, address=address, created_at=act.now, expires_at=act.now + OWN_LINK_LIFE,
        is_asked_for=asked,
    )  # fmt: skip
    act.session.add(link)
    act.session.flush()
    outbox.enqueue(
        act, recipient=address, kind=kind, locale=language_of(candidate), once_key=once_key,
        owner_id=candidate.id, own_link_id=str(link.id), **params,
    )  # fmt: skip
