"""An act: what is done in one transaction, by one person or by the system itself, at one moment."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from ground.dates import NORWAY


class NobodyActs(RuntimeError):
    """Something that a person must do was asked for by the system itself: a mistake in Plass."""


@dataclass(frozen=True)
class Act:
    """What every service that writes is given first; what it only reads, it reads with `act.session`."""

    session: Session
    actor_id: uuid.UUID | None
    """Who does it; None is the system itself (a scheduled job, a command) or somebody not signed in."""
    now: datetime
    """The moment in UTC that all of it is written down with."""
    door: str | None = None
    """How the person came in who does it, a word of those who let people in; None for the system itself."""

    @property
    def today(self) -> date:
        """The date in Norway."""
        return self.now.astimezone(NORWAY).date()

    @property
    def person_id(self) -> uuid.UUID:
        """Who does it, where it must be a person. Raises NobodyActs."""
        if self.actor_id is None:
            raise NobodyActs
        return self.actor_id

    def by(self, actor_id: uuid.UUID | None) -> "Act":
        """The same act as done by somebody else, or by the system itself (None)."""
        return replace(self, actor_id=actor_id, door=self.door if actor_id == self.actor_id else None)
