"""The employers' side of the gatherings: signing up and taking it back."""

import uuid
from datetime import date, datetime

from sqlalchemy.orm import Session

from certification.network.errors import AlreadySignedUp, GatheringRefused, SignUpRefused
from certification.network.gatherings import held
from certification.network.models import SignUp
from certification.network.participation import participation_of
from certification.network.queries import living_sign_up, taken_seats
from certification.network.rules import refusal_of_sign_up
from certification.network.types import GatheringState
from ground import audit
from ground.errors import NotFound


def sign_up(
    session: Session,
    *,
    gathering_id: uuid.UUID,
    organisation_id: uuid.UUID,
    user_id: uuid.UUID,
    today: date,
    now: datetime,
) -> SignUp:
    """Sign a person up for an organisation, as member or guest; twice for the same one changes nothing.

    The gathering is held while the seats are counted, so that the last seat is given once.
    Raises NotFound, AlreadySignedUp (for another organisation), SignUpRefused.
    """
    gathering = held(session, gathering_id)
    earlier = living_sign_up(session, gathering_id, user_id)
    if earlier is not None:
        if earlier.organisation_id != organisation_id:
            raise AlreadySignedUp
        return earlier
    taking_part_as = participation_of(session, organisation_id, today)
    taken = taken_seats(session, [gathering_id])[gathering_id]
    refusal = refusal_of_sign_up(gathering.facts, taking_part_as=taking_part_as, taken=taken, now=now)
    if refusal is not None:
        raise SignUpRefused(refusal)
    assert taking_part_as is not None  # the rule refuses the others
    made = SignUp(
        gathering_id=gathering_id,
        organisation_id=organisation_id,
        user_id=user_id,
        taking_part_as=taking_part_as,
        signed_up_at=now,
    )
    session.add(made)
    session.flush()
    _record(session, made, "signed_up", user_id, now)
    return made


def withdraw(
    session: Session, *, gathering_id: uuid.UUID, organisation_id: uuid.UUID, user_id: uuid.UUID, now: datetime
) -> None:
    """Take a sign-up back before the gathering begins; the seat is free again.

    Raises NotFound when the person is not signed up for this organisation, GatheringRefused.
    """
    gathering = held(session, gathering_id)
    found = living_sign_up(session, gathering_id, user_id)
    if found is None or found.organisation_id != organisation_id:
        raise NotFound
    state = gathering.state_at(now)
    if state is not GatheringState.UPCOMING:
        raise GatheringRefused(state)
    found.withdrawn_at = now
    session.flush()
    _record(session, found, "withdrawn", user_id, now)


def _record(session: Session, made: SignUp, what: str, actor_id: uuid.UUID, now: datetime) -> None:
    audit.record(
        session,
        action=f"sign_up.{what}",
        subject=made,
        actor_id=actor_id,
        now=now,
        organisation_id=made.organisation_id,
        gathering=str(made.gathering_id),
    )
