"""Gatherings of the network and who comes to them. Membership is not stored: it follows from certificates."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.network.rules import GatheringFacts, state_of
from certification.network.types import GatheringState, Participation
from ground.base import Base, LongText, ShortText, UtcDateTime, UuidKey, enum_column
from ground.written import Written
from register.organisations.models import Organisation
from register.people.models import User

COMING = text("withdrawn_at IS NULL")


class Gathering(UuidKey, Written, Base):
    """A meeting of the network, at a place, on a screen or both. Where it stands follows from its times."""

    __tablename__ = "gathering"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="begins_before_it_ends"),
        CheckConstraint("place <> '' OR meeting_link <> ''", name="is_somewhere"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="has_room_for_somebody"),
        CheckConstraint("(cancelled_at IS NULL) = (cancel_reason = '')", name="cancelled_if_and_only_if_a_reason"),
    )

    title: Mapped[str] = mapped_column(ShortText)
    about: Mapped[str] = mapped_column(LongText, default="")
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str] = mapped_column(ShortText, default="")
    meeting_link: Mapped[str] = mapped_column(
        String(500), default="", doc="Where to meet on a screen; shown only to those who have signed up."
    )
    capacity: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancel_reason: Mapped[str] = mapped_column(LongText, default="", doc="Read by those who had signed up.")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def facts(self) -> GatheringFacts:
        """The gathering as the rules want it."""
        return GatheringFacts(
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            published_at=self.published_at,
            cancelled_at=self.cancelled_at,
            capacity=self.capacity,
        )

    def state_at(self, now: datetime) -> GatheringState:
        """Where the gathering stands at a moment."""
        return state_of(self.facts, now)


class SignUp(UuidKey, Base):
    """A person who comes, or has said they no longer come, to a gathering, for an organisation."""

    __tablename__ = "gathering_sign_up"
    __table_args__ = (
        CheckConstraint("withdrawn_at IS NULL OR attended IS NULL", name="who_withdrew_did_not_attend"),
        Index(
            "one_living_sign_up_per_person_and_gathering",
            "gathering_id",
            "user_id",
            unique=True,
            sqlite_where=COMING,
            postgresql_where=COMING,
        ),
    )

    gathering_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("gathering.id"), index=True)
    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    taking_part_as: Mapped[Participation] = enum_column(Participation)
    signed_up_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attended: Mapped[bool | None] = mapped_column(doc="None until the county has recorded who came.")

    gathering: Mapped[Gathering] = relationship()
    organisation: Mapped[Organisation] = relationship()
    user: Mapped[User] = relationship()
