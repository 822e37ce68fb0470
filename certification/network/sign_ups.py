"""The employers' side of the gatherings: signing up and taking it back."""

import uuid

from certification.network.errors import AlreadySignedUp, GatheringRefused, SignUpRefused
from certification.network.models import Gathering, SignUp
from certification.network.participation import participation_of
from certification.network.queries import living_sign_up, taken_seats
from certification.network.rules import refusal_of_sign_up
from certification.network.types import GatheringState
from ground import audit
from ground.act import Act
from ground.locks import held


def sign_up(act: Act, *, gathering_id: uuid.UUID, organisation_id: uuid.UUID) -> SignUp:
    """Sign a person up for an organisation, as member or guest; twice for the same one changes nothing.

    The gathering is held while the seats are counted, so that the last seat is given once.
    Raises NotFound, AlreadySignedUp (for another organisation), SignUpRefused.
    """
    gathering = held(act.session, Gathering, gathering_id)
    earlier = living_sign_up(act.session, gathering_id, act.person_id)
    if earlier is not None:
        if earlier.organisation_id != organisation_id:
            raise AlreadySignedUp
        return earlier
    taking_part_as = participation_of(act.session, organisation_id, act.today)
    taken = taken_seats(act.session, [gathering_id])[gathering_id]
    refusal = refusal_of_sign_up(gathering.facts, taking_part_as=taking_part_as, taken=taken, now=act.now)
    if refusal is not None:
        raise SignUpRefused(refusal)
    assert taking_part_as is not None  # the rule refuses the others
    made = SignUp(
        gathering_id=gathering_id,
        organisation_id=organisation_id,
        user_id=act.person_id,
        taking_part_as=taking_part_as,
        signed_up_at=act.now,
    )
    act.session.add(made)
    act.session.flush()
    _record(act, made, "signed_up")
    return made


def withdraw(act: Act, *, gathering_id: uuid.UUID, organisation_id: uuid.UUID) -> None:
    """Take a sign-up back before the gathering begins; the seat is free again. Twice changes nothing.

    Raises NotFound, GatheringRefused, AlreadySignedUp for one who takes part for another organisation.
    """
    gathering = held(act.session, Gathering, gathering_id)
    found = living_sign_up(act.session, gathering_id, act.person_id)
    if found is None:
        return
    if found.organisation_id != organisation_id:
        raise AlreadySignedUp
    state = gathering.state_at(act.now)
    if state is not GatheringState.UPCOMING:
        raise GatheringRefused(state)
    found.withdrawn_at = act.now
    act.session.flush()
    _record(act, found, "withdrawn")


def _record(act: Act, made: SignUp, what: str) -> None:
    audit.record(
        act,
        action=f"sign_up.{what}",
        subject=made,
        organisation_id=made.organisation_id,
        gathering=str(made.gathering_id),
    )
