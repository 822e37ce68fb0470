"""Gatherings in the situations that tests start from."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from certification.network import gatherings
from certification.network.gatherings import GatheringContent
from certification.network.models import Gathering
from ground.act import Act
from register.roles.types import Role
from tests.factories.register import person_with_role
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
