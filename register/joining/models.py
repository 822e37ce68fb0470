"""Requests for access to the pages of an employer that is registered already, and invitations to them."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, ShortText, UtcDateTime, UuidKey, Word, enum_column
from ground.moves import Stateful
from register.joining.transitions import ACCESS, INVITATION
from register.joining.types import AccessState, InvitationState
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role


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


class Invitation(UuidKey, Stateful, Base):
    """A leader invites an address to be a colleague. Whose it is, nobody is told before that person has said yes."""

    __tablename__ = "invitation"
    transitions = INVITATION
    __table_args__ = (
        CheckConstraint("role IN ('leader', 'employee')", name="to_a_role_of_an_employer"),
        CheckConstraint("(state = 'offered') = (closed_at IS NULL)", name="closed_if_and_only_if_over"),
        Index(
            "one_open_invitation_per_address_and_organisation",
            "organisation_id",
            "email",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), index=True, doc="In the one spelling of its mailbox.")
    name: Mapped[str] = mapped_column(ShortText, doc="As the leader typed it.")
    role: Mapped[Role] = mapped_column(Word(Role))
    state: Mapped[InvitationState] = enum_column(InvitationState, default=InvitationState.OFFERED)
    invited_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    invited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    organisation: Mapped[Organisation] = relationship()
    invited_by: Mapped[User] = relationship()
