"""The young person, told once: what they want, can and need. No diagnosis, no benefit, no identity number."""

import uuid
from datetime import date, datetime, time

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, Words, new_id
from matching.catalogue.choices import Adaptation, InterestArea, TravelMode, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.records.errors import CandidateNotActive
from register.organisations.models import NavOffice
from register.people.models import User

MOST_WISH_LETTERS = 600
CODES = JSON(none_as_null=True)


class Candidate(UuidKey, Base):
    """One young person, kept by one NAV office. In every field None means «not asked yet», never «no».

    Once forgotten the row is empty and belongs to nobody: what must stay (agreements, who has looked) refers to it. No
    page and no service finds it then, so that birth date and municipality are typed as always there.
    """

    __tablename__ = "candidate"
    __table_args__ = (
        CheckConstraint("length(first_name) > 0 OR forgotten_at IS NOT NULL", name="is_called_something"),
        CheckConstraint(
            "forgotten_at IS NOT NULL OR (birth_date IS NOT NULL AND municipality_number IS NOT NULL)",
            name="known_until_forgotten",
        ),
        CheckConstraint(
            "forgotten_at IS NULL OR (user_id IS NULL AND closed_at IS NOT NULL AND first_name = ''"
            " AND birth_date IS NULL AND municipality_number IS NULL"
            " AND phone IS NULL AND email IS NULL AND wishes = '')",
            name="nobody_once_forgotten",
        ),
        CheckConstraint(
            "hours_per_week_min IS NULL OR hours_per_week_max IS NULL OR hours_per_week_min <= hours_per_week_max",
            name="fewest_hours_before_most",
        ),
        CheckConstraint("hours_per_week_min IS NULL OR hours_per_week_min > 0", name="fewest_hours_positive"),
        CheckConstraint("hours_per_week_max IS NULL OR hours_per_week_max <= 48", name="most_hours_in_a_week"),
        CheckConstraint("max_travel_minutes IS NULL OR max_travel_minutes > 0", name="travel_takes_time"),
        CheckConstraint("email IS NULL OR email = lower(email)", name="email_in_lower_case"),
        CheckConstraint("(confirmed_email IS NULL) = (email_confirmed_at IS NULL)", name="confirmed_at_a_time"),
    )

    nav_office_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("nav_office.id"), index=True)
    user_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"), unique=True)
    count_ref: Mapped[uuid.UUID] = mapped_column(
        default=new_id,
        unique=True,
        doc="The person in the count of jobs; another, that means nothing, once the person is forgotten.",
    )
    first_name: Mapped[str] = mapped_column(String(80), doc="What the person is called.")
    birth_date: Mapped[date] = mapped_column(nullable=True)
    finished_year_10: Mapped[bool | None]
    municipality_number: Mapped[str] = mapped_column(String(4), nullable=True)
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    confirmed_email: Mapped[str | None] = mapped_column(
        String(254), doc="The address that is a door: it stays one until the person has confirmed another."
    )
    email_confirmed_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When somebody who knew the PIN came by a link to it and said that it is theirs."
    )

    wishes: Mapped[str] = mapped_column(String(MOST_WISH_LETTERS), default="", doc="In their own words.")
    interests: Mapped[list[str] | None] = mapped_column(Words(InterestArea))
    disliked: Mapped[list[str] | None] = mapped_column(Words(InterestArea))
    kinds_wanted: Mapped[list[str] | None] = mapped_column(Words(OpeningKind))
    hours_per_week_min: Mapped[int | None]
    hours_per_week_max: Mapped[int | None]
    can_start_on: Mapped[date | None]
    days: Mapped[list[str] | None] = mapped_column(Words(Weekday), doc="The days that suit.")
    earliest_start: Mapped[time | None]
    latest_end: Mapped[time | None] = mapped_column(doc="Up to 06:00 means the morning after.")
    max_travel_minutes: Mapped[int | None]
    travel_modes: Mapped[list[str] | None] = mapped_column(Words(TravelMode))
    skills: Mapped[list[str] | None] = mapped_column(CODES, doc="Codes of what the person can or holds.")
    lacks_skills: Mapped[list[str] | None] = mapped_column(CODES, doc="Codes that the person said no to.")
    wants_to_learn: Mapped[list[str] | None] = mapped_column(CODES, doc="Skill codes.")
    adaptations: Mapped[list[str] | None] = mapped_column(
        Words(Adaptation), doc="What is needed; an empty list means that nothing is."
    )

    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When the person last read the profile and said that it is right."
    )
    paused_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="Wants no proposals for now.")
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="No longer taking part.")
    restricted_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="Has asked that what is known be kept and not used (GDPR articles 18 and 21)."
    )
    deletion_asked_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="Wants to be deleted, and may still regret it."
    )
    warned_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="Was told that all will be forgotten, since nothing has happened for so long."
    )
    forgotten_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="Nobody any more: the row is empty.")
    version: Mapped[int] = mapped_column(default=1)

    nav_office: Mapped[NavOffice] = relationship()
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_active(self) -> bool:
        """May new places be proposed to the person?"""
        return self.paused_at is None and self.may_be_matched

    @property
    def may_be_matched(self) -> bool:
        """May places be looked for, held against what is known of the person?"""
        return self.restricted_at is None and self.takes_part

    @property
    def takes_part(self) -> bool:
        """Is the person among those whom counsellors find places for, paused or not?"""
        return self.closed_at is None and self.deletion_asked_at is None

    def must_take_part(self) -> None:
        """Let go on with one who takes part, paused or not. Raises CandidateNotActive for one who no longer does."""
        if not self.takes_part:
            raise CandidateNotActive


TAKES_PART = (Candidate.closed_at.is_(None), Candidate.deletion_asked_at.is_(None))
"""The same as `takes_part`, for the database: those who have left or want to be deleted stand in no list."""
