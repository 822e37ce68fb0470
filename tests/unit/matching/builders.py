"""Short ways to write people, shifts, cards and events in the tests of the rules."""

from datetime import UTC, date, datetime, time

from matching.catalogue.choices import Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.young_workers import NightGround, Shift
from matching.matches.requirements import CandidateCard, OpeningCard
from matching.progress.rules.jobs import JobEvent
from matching.progress.types import JobEventKind
from matching.records.types import OpeningState

MONDAY = date(2026, 11, 23)
TODAY = date(2026, 11, 22)


def clock(text: str) -> time:
    """Midnight at the end of the day is written 24:00."""
    return time.fromisoformat("00:00" if text == "24:00" else text)


def shift(
    start: str,
    end: str,
    *,
    day: date | Weekday = MONDAY,
    pause: int = 0,
    school: bool = False,
    school_week: bool = True,
    employer: str = "here",
    night: NightGround | None = None,
) -> Shift:
    return Shift(
        day,
        clock(start),
        clock(end),
        break_minutes=pause,
        school_day=school,
        school_week=school_week,
        employer=employer,
        night=night or NightGround(),
    )


def candidate(**changes: object) -> CandidateCard:
    """An adult of 20 who has said yes to much and needs nothing."""
    facts: dict[str, object] = {
        "birth_date": date(2006, 5, 1),
        "kinds": frozenset(OpeningKind),
        "weekly_minutes_min": 0,
        "weekly_minutes_max": 2400,
        "days": frozenset(Weekday),
        "earliest_start": time(6),
        "latest_end": time(23),
        "available_from": TODAY,
        "municipality": "3205",
        "max_travel_minutes": 45,
        "needs": frozenset(),
    }
    return CandidateCard(**(facts | changes))  # type: ignore[arg-type]  # each test names fields that exist


def opening(**changes: object) -> OpeningCard:
    """A published shop job of 20 to 37.5 hours on weekdays from nine to three."""
    facts: dict[str, object] = {
        "kind": OpeningKind.PERMANENT_JOB,
        "state": OpeningState.PUBLISHED,
        "positions_left": 2,
        "weekly_minutes_min": 1200,
        "weekly_minutes_max": 2250,
        "shifts": (shift("09:00", "15:00", day=Weekday.MONDAY, pause=30),),
        "municipality": "3205",
        "adaptations": frozenset(),
    }
    return OpeningCard(**(facts | changes))  # type: ignore[arg-type]  # each test names fields that exist


def event(
    kind: JobEventKind,
    on: date,
    *,
    person: str | None = "ada",
    workplace: str | None = "shop",
    recorded: date | None = None,
    subject: str = "placement",
    **changes: object,
) -> JobEvent:
    known = recorded or on
    facts: dict[str, object] = {
        "kind": kind,
        "subject_ref": subject,
        "paid": True,
        "occurred_on": on,
        "recorded_at": datetime(known.year, known.month, known.day, 12, tzinfo=UTC),
        "person_ref": person,
        "workplace_ref": workplace,
        "opening_kind": OpeningKind.PERMANENT_JOB,
        "municipality": "3205",
    }
    return JobEvent(**(facts | changes))  # type: ignore[arg-type]  # each test names fields that exist
