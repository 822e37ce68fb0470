"""What a young person holds to come in, the PIN that goes with it, and what has happened at the doors."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, enum_column
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.people.models import User

MOST_BROWSER_LETTERS = 60


class SignInCode(UuidKey, Base):
    """A code that the counsellor hands over: opens once, for a week, with few attempts.

    Its first part finds the row, so that wrong attempts at the second, secret part can be counted.
    """

    __tablename__ = "sign_in_code"
    __table_args__ = (
        CheckConstraint("attempts >= 0", name="attempts_not_negative"),
        CheckConstraint("wrong_pins >= 0", name="wrong_pins_not_negative"),
        CheckConstraint("used_at IS NULL OR replaced_at IS NULL", name="used_or_replaced"),
        Index(
            "one_living_code_per_candidate",
            "candidate_id",
            unique=True,
            sqlite_where=text("used_at IS NULL AND replaced_at IS NULL"),
            postgresql_where=text("used_at IS NULL AND replaced_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    finder: Mapped[str] = mapped_column(String(8), unique=True, doc="The first part of the code; no secret.")
    code_hash: Mapped[str] = mapped_column(String(64), doc="Keyed hash of the whole code.")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    wrong_pins: Mapped[int] = mapped_column(default=0, doc="Wrong PINs and birth dates in a row.")
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    replaced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship()


class KnownDevice(UuidKey, Base):
    """A telephone that a candidate has called their own. It holds a secret that opens nothing without the PIN."""

    __tablename__ = "known_device"
    __table_args__ = (CheckConstraint("wrong_pins >= 0", name="wrong_pins_not_negative"),)

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(MOST_BROWSER_LETTERS), doc="The word for it, as `firefox-windows`.")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship()


class OwnLink(UuidKey, Base):
    """A link in a mail to a candidate's address. Its secret is worked out of its id and stands nowhere."""

    __tablename__ = "own_link"
    __table_args__ = (CheckConstraint("wrong_pins >= 0", name="wrong_pins_not_negative"),)

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    address: Mapped[str] = mapped_column(String(254), doc="It opens while this is an address of the candidate's.")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    is_asked_for: Mapped[bool] = mapped_column(default=False, doc="Not one that goes with what is told.")

    candidate: Mapped[Candidate] = relationship()


class CandidatePin(Base):
    """The six digits that a candidate has chosen, in a form that only the server can compare, and slowly."""

    __tablename__ = "candidate_pin"

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    chosen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PinReset(UuidKey, Base):
    """Somebody with a code alone wants a new PIN: it is made a day later, unless another door says no."""

    __tablename__ = "pin_reset"
    __table_args__ = (
        CheckConstraint("stopped_at IS NULL OR done_at IS NULL", name="stopped_or_done"),
        Index(
            "one_open_reset_per_candidate",
            "candidate_id",
            unique=True,
            sqlite_where=text("stopped_at IS NULL AND done_at IS NULL"),
            postgresql_where=text("stopped_at IS NULL AND done_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    code_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("sign_in_code.id"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    browser: Mapped[str] = mapped_column(String(MOST_BROWSER_LETTERS), default="")
    ready_at: Mapped[datetime] = mapped_column(UtcDateTime)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship()


class DoorEvent(UuidKey, Base):
    """Something at a candidate's doors that they are told of, on their first page until they have read it."""

    __tablename__ = "door_event"
    __table_args__ = (
        Index(
            "door_event_unread",
            "candidate_id",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    kind: Mapped[DoorEventKind] = enum_column(DoorEventKind)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("user_account.id"), doc="Who did it, when it was somebody else."
    )
    browser: Mapped[str] = mapped_column(String(MOST_BROWSER_LETTERS), default="")
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    by: Mapped[User | None] = relationship()


class CallRequest(UuidKey, Base):
    """«Ring meg», pressed on a known telephone by somebody who does not come in; shows nothing to who presses."""

    __tablename__ = "call_request"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (done_by_id IS NULL)", name="done_by_somebody"),
        Index(
            "one_open_call_request_per_candidate",
            "candidate_id",
            unique=True,
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))

    candidate: Mapped[Candidate] = relationship()
