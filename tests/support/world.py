"""The outside world as tests play it: a clock that stands still, a register with known units, mail kept in a list."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from app.adapters.mail import MailNotSent
from register.organisations.business_register import (
    NoAnswer,
    PageBelow,
    Refused,
    RegisterAnswer,
    RegisteredBranch,
    RegisteredUnit,
    RegisteredWorkplace,
)
from register.organisations.types import Listed, RefusalReason

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

SECRET = "what signs cookies and links in tests"


def noon_on(day: date) -> datetime:
    """Noon in Norway's winter on a day."""
    return datetime.combine(day, NOON.timetz())


@dataclass
class StoppedClock:
    """A clock that moves only when a test moves it. It starts on a Monday, at noon in Norway."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def forward(self, **parts: float) -> None:
        self.at += timedelta(**parts)


@dataclass
class KnownUnits:
    """Enhetsregisteret with the units a test puts in; everything else is not found."""

    answers: dict[str, RegisterAnswer] = field(default_factory=dict)
    pages: dict[tuple[str, Listed], list[PageBelow | NoAnswer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def look_up(self, orgnr: str) -> RegisterAnswer:
        self.asked.append(orgnr)
        return self.answers.get(orgnr, Refused(RefusalReason.NOT_FOUND))

    def page_below(self, orgnr: str, listed: Listed, page: int) -> PageBelow | NoAnswer:
        pages = self.pages.get((orgnr, listed), [PageBelow()])
        found = pages[page]
        return replace(found, pages=len(pages)) if isinstance(found, PageBelow) else found

    def put(
        self,
        unit: RegisteredUnit,
        *,
        workplaces: Sequence[RegisteredWorkplace] = (),
        branches: Sequence[RegisteredUnit] = (),
    ) -> RegisteredUnit:
        """Let the register know a unit with what lies right below it."""
        self.answers[unit.orgnr] = unit
        self.pages[unit.orgnr, Listed.WORKPLACES] = [PageBelow(workplaces=tuple(workplaces))]
        below = tuple(RegisteredBranch(one.orgnr, one.name) for one in branches)
        self.pages[unit.orgnr, Listed.BRANCHES] = [PageBelow(branches=below)]
        return unit


@dataclass(frozen=True)
class Mail:
    recipient: str
    subject: str
    text: str
    key: uuid.UUID = field(default_factory=uuid.uuid4, compare=False)


@dataclass
class KeptMail:
    """A mail server that keeps what it is given, or is down when a test says so."""

    sent: list[Mail] = field(default_factory=list)
    down: bool = False

    def send(self, *, key: uuid.UUID, recipient: str, subject: str, text: str) -> None:
        if self.down:
            raise MailNotSent
        self.sent.append(Mail(recipient, subject, text, key))
