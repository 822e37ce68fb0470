"""Gatherings in the situations that tests start from."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from certification.network import gatherings
from certification.network.gatherings import GatheringContent
from certification.network.models import Gathering
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
    made = gatherings.create(session, content=content(**changes), actor_id=officer.id, now=now)
    if published:
        gatherings.publish(session, gathering_id=made.id, actor_id=officer.id, now=now)
    return made
