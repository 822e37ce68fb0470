"""The county's side of the gatherings: plan, change, publish, cancel, and record who came."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from certification.network.errors import CapacityTooSmall, GatheringImpossible, GatheringRefused
from certification.network.mails import NetworkMail
from certification.network.models import Gathering
from certification.network.queries import sign_ups_of
from certification.network.types import GatheringState
from ground import audit
from ground.act import Act
from ground.errors import ReasonMissing, check_version
from ground.locks import held
from ground.texts import Locale
from register.people import mail


@dataclass(frozen=True, kw_only=True)
class GatheringContent:
    """What a gathering says of itself. A place, a link or both; `capacity` None is room for all."""

    title: str
    about: str
    starts_at: datetime
    ends_at: datetime
    place: str
    meeting_link: str
    capacity: int | None
    written_in: Locale = Locale.BOKMAAL


def create(act: Act, *, content: GatheringContent) -> Gathering:
    """Plan a gathering; nobody else sees it until it is published. Raises GatheringImpossible."""
    _check(content)
    gathering = Gathering(created_at=act.now, created_by_id=act.person_id)
    _write(gathering, content)
    act.session.add(gathering)
    act.session.flush()
    _record(act, gathering, "created")
    return gathering


def change(act: Act, *, gathering_id: uuid.UUID, content: GatheringContent, expected_version: int) -> Gathering:
    """Change a gathering that has not begun; those who are coming are told of a new time or place.

    Raises NotFound, EditedMeanwhile, GatheringRefused, GatheringImpossible, CapacityTooSmall.
    """
    gathering = held(act.session, Gathering, gathering_id)
    check_version(gathering.version, expected_version)
    _allow(gathering, act.now, GatheringState.DRAFT, GatheringState.UPCOMING)
    _check(content)
    coming = sign_ups_of(act.session, gathering.id)
    if content.capacity is not None and content.capacity < len(coming):
        raise CapacityTooSmall(len(coming))
    before = _time_and_place(gathering)
    _write(gathering, content)
    act.session.flush()
    _record(act, gathering, "changed")
    if _time_and_place(gathering) != before:
        _tell_those_coming(act, gathering, NetworkMail.GATHERING_CHANGED)
    return gathering


def publish(act: Act, *, gathering_id: uuid.UUID) -> Gathering:
    """Let the network see the gathering and sign up. Raises NotFound, GatheringRefused, GatheringImpossible."""
    gathering = held(act.session, Gathering, gathering_id)
    _allow(gathering, act.now, GatheringState.DRAFT)
    if gathering.starts_at <= act.now:
        raise GatheringImpossible
    gathering.published_at = act.now
    act.session.flush()
    _record(act, gathering, "published")
    return gathering


def cancel(act: Act, *, gathering_id: uuid.UUID, reason: str) -> Gathering:
    """Call a gathering off; those who were coming are told, and read the reason.

    Raises NotFound, ReasonMissing, GatheringRefused.
    """
    gathering = held(act.session, Gathering, gathering_id)
    _allow(gathering, act.now, GatheringState.DRAFT, GatheringState.UPCOMING)
    if not reason.strip():
        raise ReasonMissing
    gathering.cancelled_at, gathering.cancel_reason = act.now, reason.strip()
    act.session.flush()
    _record(act, gathering, "cancelled", reason.strip())
    _tell_those_coming(act, gathering, NetworkMail.GATHERING_CANCELLED)
    return gathering


def record_attendance(
    act: Act, *, gathering_id: uuid.UUID, attended: Collection[uuid.UUID], expected_version: int
) -> Gathering:
    """Say who came, by the ids of their sign-ups; the others did not. It may be corrected later.

    Raises NotFound, EditedMeanwhile, GatheringRefused before it has begun.
    """
    gathering = held(act.session, Gathering, gathering_id)
    check_version(gathering.version, expected_version)
    _allow(gathering, act.now, GatheringState.BEGUN, GatheringState.OVER)
    for sign_up in sign_ups_of(act.session, gathering.id):
        sign_up.attended = sign_up.id in attended
    flag_modified(gathering, "title")  # a new version also when only its sign-ups changed
    act.session.flush()
    _record(act, gathering, "attendance_recorded")
    return gathering


def _allow(gathering: Gathering, now: datetime, *states: GatheringState) -> None:
    state = gathering.state_at(now)
    if state not in states:
        raise GatheringRefused(state)


def _check(content: GatheringContent) -> None:
    nowhere = not content.place.strip() and not content.meeting_link.strip()
    if content.starts_at >= content.ends_at or nowhere or (content.capacity is not None and content.capacity < 1):
        raise GatheringImpossible


def _write(gathering: Gathering, content: GatheringContent) -> None:
    gathering.title, gathering.about = content.title.strip(), content.about.strip()
    gathering.starts_at, gathering.ends_at = content.starts_at, content.ends_at
    gathering.place, gathering.meeting_link = content.place.strip(), content.meeting_link.strip()
    gathering.capacity, gathering.written_in = content.capacity, content.written_in


def _time_and_place(gathering: Gathering) -> tuple[datetime, datetime, str, str]:
    return gathering.starts_at, gathering.ends_at, gathering.place, gathering.meeting_link


def _tell_those_coming(act: Act, gathering: Gathering, kind: NetworkMail) -> None:
    for sign_up in sign_ups_of(act.session, gathering.id):
        mail.enqueue_to(
            act,
            sign_up.user,
            kind=kind,
            title=gathering.title,
            orgnr=sign_up.organisation.orgnr,
            gathering_id=str(gathering.id),
        )


def _record(act: Act, gathering: Gathering, what: str, reason: str = "") -> None:
    audit.record(act, action=f"gathering.{what}", subject=gathering, reason=reason)
