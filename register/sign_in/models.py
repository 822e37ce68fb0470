"""One-time sign-in links, the sessions they open and from which browsers, and what was typed when one had ended."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, enum_column
from register.people.models import User
from register.sign_in.types import Door


class SignInLink(UuidKey, Base):
    """A link, and for most a code, sent to an address: one of them works once, for a quarter of an hour, in the browser
    that asked for it.
    """

    __tablename__ = "sign_in_link"

    email: Mapped[str] = mapped_column(String(254), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser_hash: Mapped[str] = mapped_column(String(64))
    next_path: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    code_hash: Mapped[str | None] = mapped_column(
        String(64), doc="Of the code in the same mail, keyed; None where no mail went, or one with the link alone."
    )
    code_attempts: Mapped[int] = mapped_column(default=0, doc="Codes typed in the browser that asked, right and wrong.")


class UserSession(UuidKey, Base):
    """A signed-in browser. Kept in the database, so that it can be ended from anywhere."""

    __tablename__ = "user_session"

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, doc="However busy it is.")
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, doc="When it was last used, to the minute.")
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    door: Mapped[Door] = enum_column(Door)
    held_since: Mapped[datetime] = mapped_column(
        UtcDateTime, doc="When what was held at the door was made: a code of yesterday, a telephone known for a year."
    )
    browser: Mapped[str] = mapped_column(String(60), default="", doc="The word for it, as `firefox-windows`.")
    wrong_pins: Mapped[int] = mapped_column(default=0, doc="Where a candidate is asked for the PIN once more.")

    user: Mapped[User] = relationship()


class KnownBrowser(UuidKey, Base):
    """A browser that a user has signed in from. It opens nothing: a sign-in from another is told, no more."""

    __tablename__ = "known_browser"
    __table_args__ = (UniqueConstraint("user_id", "browser_hash", name="one_row_per_user_and_browser"),)

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    browser_hash: Mapped[str] = mapped_column(String(64), doc="Of what the browser holds, and whose row it is.")
    kind: Mapped[str] = mapped_column(String(60), doc="The word for it, as `firefox-windows`.")
    first_used_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KeptDraft(Base):
    """What was typed in a form that was sent when its sender was signed out; the newest replaces the one before."""

    __tablename__ = "kept_draft"

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    page: Mapped[str] = mapped_column(String(300), primary_key=True, doc="The page that shows the form.")
    form: Mapped[str] = mapped_column(String(300), primary_key=True, doc="Where it is sent, and which form it is.")
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    typed: Mapped[list[list[str]]] = mapped_column(JSON, doc="Name and value of each field, in their order.")
    left_out: Mapped[list[str]] = mapped_column(JSON, doc="Names of the fields that were not kept.")
    files: Mapped[bool] = mapped_column(doc="Whether files were chosen, which are not kept.")
