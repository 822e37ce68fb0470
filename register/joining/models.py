"""Requests for access to the pages of an employer that is registered already."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from register.joining.transitions import ACCESS
from register.joining.types import AccessState
from register.organisations.models import Organisation
from register.people.models import User


class AccessRequest(UuidKey, Stateful, Base):
    """Somebody asks to be let in as an employee. There are no words in it: nobody has to read a stranger's."""

    __tablename__ = "access_request"
    transitions = ACCESS
    __table_args__ = (
        CheckConstraint(
            "(state IN ('given', 'declined', 'withdrawn')) = (closed_at IS NOT NULL)",
            name="closed_if_and_only_if_answered",
        ),
        CheckConstraint("state <> 'endorsed' OR endorsed_by_id IS NOT NULL", name="endorsed_by_somebody"),
        CheckConstraint(
            "closed_by_id IS NULL OR endorsed_by_id IS NULL OR state <> 'given' OR closed_by_id <> endorsed_by_id",
            name="given_by_another_than_who_endorsed",
        ),
        Index(
            "one_open_access_request_per_person_and_organisation",
            "organisation_id",
            "user_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    state: Mapped[AccessState] = enum_column(AccessState, default=AccessState.ASKED)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    endorsed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))

    organisation: Mapped[Organisation] = relationship()
    user: Mapped[User] = relationship(foreign_keys=[user_id])
