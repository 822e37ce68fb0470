"""The cards of a person and of a place that fit each other."""

from datetime import date, time

from matching.catalogue.choices import Weekday
from matching.catalogue.kinds import OpeningKind
from matching.matches.requirements import CandidateCard, OpeningCard
from matching.records.types import OpeningState
from tests.builders.law import TODAY, shift


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
