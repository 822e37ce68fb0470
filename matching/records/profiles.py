"""The values of a candidate's profile: read from the row, compared, and written back."""

from dataclasses import dataclass, fields
from datetime import date, time

from matching.catalogue.choices import Adaptation, InterestArea, TravelMode, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.records.tables.candidate import Candidate


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is kept about a candidate. None means «not asked yet», an empty set «asked, and none».

    A word that this version does not know stands among the others as it is.
    """

    first_name: str
    birth_date: date
    municipality_number: str
    finished_year_10: bool | None = None
    phone: str | None = None
    email: str | None = None
    wishes: str = ""
    interests: frozenset[InterestArea | str] | None = None
    disliked: frozenset[InterestArea | str] | None = None
    kinds_wanted: frozenset[OpeningKind | str] | None = None
    hours_per_week_min: int | None = None
    hours_per_week_max: int | None = None
    can_start_on: date | None = None
    days: frozenset[Weekday | str] | None = None
    earliest_start: time | None = None
    latest_end: time | None = None
    max_travel_minutes: int | None = None
    travel_modes: frozenset[TravelMode | str] | None = None
    skills: frozenset[str] | None = None
    lacks_skills: frozenset[str] | None = None
    wants_to_learn: frozenset[str] | None = None
    adaptations: frozenset[Adaptation | str] | None = None


def profile_of(candidate: Candidate) -> Profile:
    """The profile as it stands."""
    return Profile(
        first_name=candidate.first_name,
        birth_date=candidate.birth_date,
        municipality_number=candidate.municipality_number,
        finished_year_10=candidate.finished_year_10,
        phone=candidate.phone,
        email=candidate.email,
        wishes=candidate.wishes,
        interests=_codes(candidate.interests),
        disliked=_codes(candidate.disliked),
        kinds_wanted=_codes(candidate.kinds_wanted),
        hours_per_week_min=candidate.hours_per_week_min,
        hours_per_week_max=candidate.hours_per_week_max,
        can_start_on=candidate.can_start_on,
        days=_codes(candidate.days),
        earliest_start=candidate.earliest_start,
        latest_end=candidate.latest_end,
        max_travel_minutes=candidate.max_travel_minutes,
        travel_modes=_codes(candidate.travel_modes),
        skills=_codes(candidate.skills),
        lacks_skills=_codes(candidate.lacks_skills),
        wants_to_learn=_codes(candidate.wants_to_learn),
        adaptations=_codes(candidate.adaptations),
    )


def write_profile(candidate: Candidate, profile: Profile) -> list[str]:
    """Write what differs; returns the names of the changed fields for the audit log, which gets no values."""
    before = profile_of(candidate)
    changed = [one.name for one in fields(Profile) if getattr(before, one.name) != getattr(profile, one.name)]
    for name in changed:
        value = getattr(profile, name)
        setattr(candidate, name, sorted(value) if isinstance(value, frozenset) else value)
    return changed


ASKED_FIRST = ("interests", "kinds_wanted", "hours_per_week_max", "days", "max_travel_minutes", "skills", "adaptations")
"""What every candidate is asked about; the rest follows from the talk."""


def missing_answers(candidate: Candidate) -> list[str]:
    """The names of the questions that nobody has asked yet."""
    return [name for name in ASKED_FIRST if getattr(candidate, name) is None]


def _codes(stored: list[str] | None) -> frozenset[str] | None:
    return None if stored is None else frozenset(stored)
