"""What the calendar does to openings: it warns the employer a week ahead, and ends what is past its day."""

import uuid
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.locks import held
from ground.moves import move
from matching.openings.mails import OpeningMail
from matching.proposals.life import lapse_for_opening
from matching.records.queries.openings import visible_on, with_employer
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED, OpeningState, ProposalState
from register.people import mail
from register.people.models import User
from register.roles.grants import people_with_role
from register.roles.types import Role

WARNED_AHEAD = timedelta(weeks=1)


def passed(session: Session, *, today: date) -> list[uuid.UUID]:
    """The openings whose last day was before today."""
    return list(
        session.scalars(
            select(Opening.id)
            .where(Opening.state.in_(OFFERED), Opening.expires_on < today)
            .order_by(Opening.expires_on, Opening.id)
        )
    )


def expire(act: Act, opening_id: uuid.UUID) -> bool:
    """Expire an opening whose last day was before today; whether it still had to be.

    What no candidate has answered lapses, for nobody can say yes any more. A candidate who has said yes still waits
    for the employer, who answers after the last day like before.
    """
    opening = held(act.session, Opening, opening_id)
    if opening.state not in OFFERED or opening.expires_on is None or opening.expires_on >= act.today:
        return False  # changed since it was read
    move(act, opening, OpeningState.EXPIRED, organisation_id=opening.organisation_id, kind=opening.kind.value)
    opening.changed_at = act.now
    act.session.flush()
    lapse_for_opening(act, opening_id=opening.id, states=(ProposalState.PROPOSED,))
    return True


def soon_over(session: Session, *, today: date) -> list[uuid.UUID]:
    """The visible openings with a week or less left."""
    query = with_employer().where(*visible_on(today), Opening.expires_on <= today + WARNED_AHEAD)
    return [opening.id for opening in session.scalars(query)]


def soon_over_at(session: Session, organisation_id: uuid.UUID, *, today: date, most: int) -> list[Opening]:
    """Those of one employer, the nearest last day first."""
    near = *visible_on(today), Opening.expires_on <= today + WARNED_AHEAD
    query = with_employer().where(Opening.organisation_id == organisation_id, *near)
    return list(session.scalars(query.order_by(Opening.expires_on, Opening.id).limit(most)))


def warn_of_expiry(act: Act, opening_id: uuid.UUID) -> int:
    """Mail the employer's leaders that an opening will soon expire: once for each last day.

    Returns how many mails were put in the outbox.
    """
    opening = act.session.get_one(Opening, opening_id)
    leaders = people_with_role(act.session, Role.LEADER, organisation_id=opening.organisation_id)
    return sum(_warn(act, opening, leader) for leader in leaders)


def _warn(act: Act, opening: Opening, leader: User) -> bool:
    message = mail.enqueue_to(
        act,
        leader,
        kind=OpeningMail.OPENING_EXPIRING,
        once_key=f"opening-expiring:{opening.id}:{opening.expires_on}:{leader.id}",
        orgnr=opening.organisation.orgnr,
        organisation=opening.organisation.name,
        opening_id=str(opening.id),
        title=opening.title,
    )
    return message is not None
