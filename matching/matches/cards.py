"""Turns rows into the cards that the rules compare."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matching.catalogue.choices import Weekday
from matching.catalogue.occupations import area_of
from matching.law.summer import within_summer
from matching.law.young_workers import Shift
from matching.matches.requirements import CandidateCard, OpeningCard, Travel, nearness
from matching.matches.requirements.cards import WorkCard
from matching.records.opening_facts import can_learn, minutes, must_have, shifts_of, supervised_gates
from matching.records.profiles import profile_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Agreement, Placement
from matching.records.types import HOLDS_A_POSITION, OpeningState
from register.organisations.municipalities import municipalities
from register.organisations.types import Verification

SCHOOL_DAYS = frozenset(Weekday) - {Weekday.SATURDAY, Weekday.SUNDAY}


@dataclass(frozen=True)
class Held:
    """A placement that somebody has agreed on or works in: what the law sums with another one (aml § 11-2)."""

    placement_id: uuid.UUID
    hours_per_week: float
    shifts: tuple[Shift, ...]


def candidate_card(candidate: Candidate, held: Iterable[Held] = ()) -> CandidateCard:
    """What matching may know of a candidate: no name, no contact, no own words.

    `held` are the placements the person has already; the law sums their shifts for everyone under 18.
    """
    profile = profile_of(candidate)
    return CandidateCard(
        birth_date=profile.birth_date,
        finished_year_10=profile.finished_year_10,
        kinds=profile.kinds_wanted,
        weekly_minutes_min=minutes(profile.hours_per_week_min),
        weekly_minutes_max=minutes(profile.hours_per_week_max),
        days=profile.days,
        earliest_start=profile.earliest_start,
        latest_end=profile.latest_end,
        available_from=profile.can_start_on,
        municipality=profile.municipality_number,
        max_travel_minutes=profile.max_travel_minutes,
        skills=profile.skills or frozenset(),
        skills_lacking=profile.lacks_skills or frozenset(),
        wants_to_learn=profile.wants_to_learn or frozenset(),
        needs=profile.adaptations,
        liked_areas=profile.interests or frozenset(),
        disliked_areas=profile.disliked or frozenset(),
        other_shifts=tuple(shift for one in held for shift in one.shifts),
    )


def work_card(opening: Opening) -> WorkCard:
    """The work of an opening, as far as the law looks at it."""
    return WorkCard(
        kind=opening.kind,
        weekly_minutes_min=minutes(opening.hours_per_week_min),
        shifts=_shifts_with_school(opening),
        age_gates=frozenset(opening.age_gates),
        supervised_gates=supervised_gates(opening),
        hazards=frozenset(opening.hazards),
        starts_on=opening.starts_on,
        ends_on=opening.ends_on,
    )


def opening_card(opening: Opening, positions_left: int) -> OpeningCard:
    """What an opening offers and asks. No adaptation ticked: the employer has not been through the list."""
    return OpeningCard(
        **vars(work_card(opening)),
        state=_offered_state(opening),
        positions_left=positions_left,
        area=area_of(opening.styrk_code or ""),
        occupation=opening.styrk_code,
        weekly_minutes_max=minutes(opening.hours_per_week_max),
        municipality=opening.workplace.municipality_number,
        must_have=must_have(opening),
        can_learn=can_learn(opening),
        adaptations=opening.adaptations or None,
        apply_by=opening.expires_on,
    )


def _offered_state(opening: Opening) -> OpeningState:
    """A published place is offered by nobody once its employer is refused or its workplace closed."""
    gone = opening.organisation.verification is not Verification.VERIFIED or opening.workplace.closed_at is not None
    return OpeningState.CLOSED if gone else opening.state


def travel_between(candidate: Candidate, opening: Opening) -> Travel:
    """What the register knows of the way to work: the same municipality, a neighbour, or further."""
    return Travel(nearness(candidate.municipality_number, opening.workplace.municipality_number, _neighbours()))


def held_by(session: Session, candidate_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Held]]:
    """What each of these candidates has agreed on or works in, asked for all at once; nobody without any."""
    rows = session.execute(
        select(Placement.candidate_id, Placement.id, Agreement.hours_per_week, Opening)
        .join(Agreement, Agreement.placement_id == Placement.id)
        .join(Opening, Opening.id == Placement.opening_id)
        .where(Placement.candidate_id.in_(list(candidate_ids)), Placement.state.in_(HOLDS_A_POSITION))
        .options(joinedload(Opening.shifts))
    )
    held: defaultdict[uuid.UUID, list[Held]] = defaultdict(list)
    for candidate_id, placement_id, hours, opening in rows.unique():
        held[candidate_id].append(Held(placement_id, hours or 0.0, _shifts_with_school(opening)))
    return dict(held)


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    return {one.number: frozenset(one.neighbours) for one in municipalities()}


def _shifts_with_school(opening: Opening) -> tuple[Shift, ...]:
    """Monday to Friday there is school, unless the whole place lies in the summer holiday."""
    no_school = within_summer(opening.starts_on, opening.ends_on)
    return tuple(
        replace(shift, school_day=shift.day in SCHOOL_DAYS and not no_school, school_week=not no_school)
        for shift in shifts_of(opening)
    )
