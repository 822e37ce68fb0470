"""What the calendar does to openings: it warns the employer a week ahead, and ends what is past its day."""

from datetime import timedelta

from sqlalchemy import select

from ground.act import Act
from ground.locks import hold
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


def expire_passed(act: Act) -> int:
    """Expire every opening whose last day was before today. Returns how many.

    What no candidate has answered lapses, for nobody can say yes any more. A candidate who has said yes still waits
    for the employer, who answers after the last day like before.
    """
    expired = 0
    passed = act.session.scalars(
        select(Opening).where(Opening.state.in_(OFFERED), Opening.expires_on < act.today)
    ).all()
    for opening in passed:
        hold(act.session, opening)
        if opening.state not in OFFERED or opening.expires_on is None or opening.expires_on >= act.today:
            continue  # changed since it was read
        move(act, opening, OpeningState.EXPIRED, organisation_id=opening.organisation_id, kind=opening.kind.value)
        opening.changed_at = act.now
        act.session.flush()
        lapse_for_opening(act, opening_id=opening.id, states=(ProposalState.PROPOSED,))
        expired += 1
    return expired


def warn_of_expiry(act: Act) -> int:
    """Mail the leaders of each employer whose opening has a week or less left: once for each last day.

    Returns how many mails were put in the outbox.
    """
    soon = act.session.scalars(
        with_employer().where(*visible_on(act.today), Opening.expires_on <= act.today + WARNED_AHEAD)
    ).all()
    queued = 0
    for opening in soon:
        for leader in people_with_role(act.session, Role.LEADER, organisation_id=opening.organisation_id):
            queued += _warn(act, opening, leader)
    return queued


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
