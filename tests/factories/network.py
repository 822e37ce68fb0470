"""Gatherings in the situations that tests start from."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from certification.network import gatherings, sign_ups
from certification.network.gatherings import GatheringContent
from certification.network.models import Gathering, SignUp
from ground.act import Act
from register.roles.types import Role
from tests.factories.certificates import certificate_of
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.world import NOON


def content(**changes: object) -> GatheringContent:
    """A gathering in a week, at a place, with room for all."""
    values: dict[str, object] = {
        "title": "Gode første uker",
        "about": "Tre virksomheter forteller.",
        "starts_at": NOON + timedelta(days=7),
        "ends_at": NOON + timedelta(days=7, hours=2),
        "place": "Fylkeshuset",
        "meeting_link": "",
        "capacity": None,
    }
    return GatheringContent(**{**values, **changes})  # type: ignore[arg-type]  # values are those of the dataclass


def gathering(session: Session, *, published: bool = True, now: datetime = NOON, **changes: object) -> Gathering:
    """A gathering that the network can sign up for."""
    officer = person_with_role(session, Role.PROGRAMME_LEAD)
    made = gatherings.create(Act(session, officer.id, now), content=content(**changes))
    if published:
        gatherings.publish(Act(session, officer.id, now), gathering_id=made.id)
    return made


def gathering_behind(session: Session, *names: str) -> tuple[Gathering, list[SignUp]]:
    """A gathering that is over, and the leaders of members with these names who had signed up, in this order."""
    made, signed_up = gathering(session), []
    for name in names:
        employer = verified_organisation(session)
        certificate_of(session, employer)
        act = Act(session, leader_of(session, employer, name).id, NOON)
        signed_up.append(sign_ups.sign_up(act, gathering_id=made.id, organisation_id=employer.id))
    made.starts_at, made.ends_at = NOON - timedelta(hours=3), NOON - timedelta(hours=2)
    session.flush()
    return made, signed_up
