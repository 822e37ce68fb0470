"""Telephones that candidates call their own: a long secret in a cookie, which opens nothing without the PIN."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from ground.act import Act
from ground.errors import existing
from ground.secrets import fingerprint, new_token
from matching.doors.events import note
from matching.doors.held import Held, is_alive, may_come_in
from matching.doors.models import KnownDevice
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.sign_in.sessions import end_all_sessions
from register.sign_in.types import Door

KEPT_WHEN_OVER = timedelta(days=30)
DEVICE_LIFE = timedelta(days=365)
"""From when it was used last."""


def know(act: Act, candidate: Candidate, *, browser: str) -> str:
    """Know a telephone again from now on; returns the secret for its cookie, of which only the hash is kept."""
    token = new_token()
    act.session.add(
        KnownDevice(
            candidate_id=candidate.id,
            token_hash=fingerprint(token),
            browser=browser,
            created_at=act.now,
            used_at=act.now,
        )
    )
    act.session.flush()
    note(act, candidate, DoorEventKind.DEVICE_KNOWN, browser=browser)
    return token


def held_device(session: Session, *, token: str, now: datetime) -> Held | None:
    """The living telephone that a cookie's secret belongs to, of somebody who may sign in."""
    row = session.scalar(select(KnownDevice).where(KnownDevice.token_hash == fingerprint(token), *_lives(now)))
    if row is None or not may_come_in(row.candidate):
        return None
    return Held(Door.DEVICE, row.id, row.candidate_id, row.candidate, row.created_at)


def used(act: Act, held: Held) -> None:
    """It has opened: it is known for another year."""
    act.session.execute(update(KnownDevice).where(KnownDevice.id == held.id).values(used_at=act.now))


def devices_of(session: Session, candidate_id: uuid.UUID, *, now: datetime) -> Sequence[KnownDevice]:
    """The telephones that are known now, the one used last first."""
    return session.scalars(
        select(KnownDevice)
        .where(KnownDevice.candidate_id == candidate_id, *_lives(now))
        .order_by(KnownDevice.used_at.desc(), KnownDevice.id)
    ).all()


def all_devices_of(session: Session, candidate_id: uuid.UUID) -> Sequence[KnownDevice]:
    """The telephones that are or were known, the newest first."""
    theirs = select(KnownDevice).where(KnownDevice.candidate_id == candidate_id)
    return session.scalars(theirs.order_by(KnownDevice.created_at.desc(), KnownDevice.id)).all()


def close(act: Act, candidate: Candidate, device_id: uuid.UUID) -> KnownDevice:
    """Know one telephone no more. Twice does nothing. Raises NotFound."""
    theirs = KnownDevice.id == device_id, KnownDevice.candidate_id == candidate.id
    device = existing(act.session.scalar(select(KnownDevice).where(*theirs)))
    if device.ended_at is None:
        device.ended_at = act.now
        act.session.flush()
        note(act, candidate, DoorEventKind.DEVICE_CLOSED, browser=device.browser)
    return device


def close_all(act: Act, candidate: Candidate) -> None:
    """Know no telephone any more, and sign the candidate out everywhere."""
    for device in devices_of(act.session, candidate.id, now=act.now):
        close(act, candidate, device.id)
    if candidate.user_id is not None:
        end_all_sessions(act, user_id=candidate.user_id)


def forget_devices(act: Act) -> None:
    """Remove telephones that are known no more (a scheduled job)."""
    over = KnownDevice.ended_at < act.now - KEPT_WHEN_OVER, KnownDevice.used_at <= act.now - DEVICE_LIFE
    act.session.execute(delete(KnownDevice).where(or_(*over)))


def _lives(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return KnownDevice.ended_at.is_(None), KnownDevice.used_at > now - DEVICE_LIFE, is_alive(KnownDevice)
