"""Places for a person and persons for a place: what is possible, in order, with reasons; a human decides."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.paging import Page, page_of
from matching.catalogue.kinds import OpeningKind
from matching.law.young_workers.rules import young_worker_rules
from matching.matches.cards import Held, candidate_card, held_by, opening_card, travel_between
from matching.matches.reasons import Reason, reasons_for
from matching.matches.requirements import ObstacleCode, Requirements, check_pair
from matching.matches.score import Score, score_pair, score_weights
from matching.matches.snapshots import freeze
from matching.records.profiles import profile_of
from matching.records.queries.openings import HAS_ROOM, number_visible, openings_to_compare
from matching.records.queries.placements import positions_taken
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening

AGAINST_THE_LAW = frozenset(
    {
        ObstacleCode.TOO_YOUNG_TO_WORK,
        ObstacleCode.TOO_YOUNG_FOR_WORK_TRAINING,
        ObstacleCode.TOO_YOUNG_FOR_TASK,
        ObstacleCode.HAZARD_UNDER_18,
        ObstacleCode.YOUNG_WORKER_HOURS,
    }
)


@dataclass(frozen=True)
class Match:
    """One candidate and one opening compared."""

    candidate: Candidate
    opening: Opening
    requirements: Requirements
    score: Score
    reasons: tuple[Reason, ...]

    @property
    def possible(self) -> bool:
        """Nothing known stands in the way."""
        return self.requirements.possible

    @property
    def near_miss(self) -> bool:
        """It would fit if the employer changed one thing."""
        return self.requirements.near_miss

    @property
    def lawful(self) -> bool:
        """The law does not stand in the way."""
        return not any(one.code in AGAINST_THE_LAW for one in self.requirements.obstacles)


@dataclass(frozen=True)
class Ranking:
    """The comparisons of one list, each group with the highest score first; of those left, how many they are."""

    possible: tuple[Match, ...]
    near_misses: tuple[Match, ...]
    others: int


def compare(session: Session, *, candidate: Candidate, opening: Opening, today: date) -> Match:
    """One pair, for the page of one place or the moment of a proposal."""
    taken, held = positions_taken(session, [opening.id]), held_by(session, [candidate.id])
    return _match(candidate, opening, taken, held, today)


def openings_for(session: Session, *, candidate: Candidate, today: date) -> Ranking:
    """The published places, paid and unpaid, that fit a candidate or would with one change; the others are counted.

    What can be neither is left to the database where it is plain to see; the rules judge all that it lets through.
    """
    matches = _compared(session, *_within_reach(candidate, today), candidate=candidate, today=today)
    return _ranked(matches, of=number_visible(session, today=today))


def openings_not_now(session: Session, *, candidate: Candidate, today: date, page: int = 1) -> Page[Match]:
    """One page of the published places that do not fit a candidate now, the highest score first."""
    others = [one for one in _compared(session, candidate=candidate, today=today) if not one.possible]
    return page_of([one for one in others if not one.near_miss], page=page)


def candidates_for(session: Session, *, opening: Opening, candidates: Sequence[Candidate], today: date) -> Ranking:
    """Some candidates, as a counsellor's caseload, for one place."""
    taken = positions_taken(session, [opening.id])
    held = held_by(session, [candidate.id for candidate in candidates])
    matches = _by_score([_match(candidate, opening, taken, held, today) for candidate in candidates])
    return _ranked(matches, of=len(matches))


def frozen(match: Match) -> dict[str, Any]:
    """What is kept with a proposal."""
    return freeze(
        match.reasons,
        match.score,
        candidate_version=match.candidate.version,
        opening_version=match.opening.version,
    )


def listing(act: Act, *, subject: object, shown: Sequence[Match]) -> audit.AuditEvent:
    """What a counsellor was shown, to be written down and answered for: who, order, scores and versions."""
    return audit.entry(
        act,
        action="ranking.shown",
        subject=subject,
        rules=young_worker_rules().version,
        weights=score_weights().version,
        shown=[
            [
                str(one.candidate.id),
                one.candidate.version,
                str(one.opening.id),
                one.opening.version,
                one.score.total,
            ]
            for one in shown
        ],
    )


def _match(
    candidate: Candidate,
    opening: Opening,
    taken: dict[uuid.UUID, int],
    held: dict[uuid.UUID, list[Held]],
    today: date,
) -> Match:
    person = candidate_card(candidate, held.get(candidate.id, ()))
    place = opening_card(opening, opening.positions - taken.get(opening.id, 0))
    travel = travel_between(candidate, opening)
    requirements = check_pair(person, place, today, travel)
    score = score_pair(person, place, travel)
    return Match(candidate, opening, requirements, score, reasons_for(requirements, score))


def _within_reach(candidate: Candidate, today: date) -> list[ColumnElement[bool]]:
    """What a place must be for the rules to find it possible, or a near miss: what no employer would change.

    Each condition is a rule of `requirements.wishes` whose obstacle is not adaptable; a test holds them together.
    """
    profile = profile_of(candidate)
    first_day = max(today, profile.can_start_on or today)
    found = [HAS_ROOM, or_(Opening.ends_on.is_(None), Opening.ends_on >= first_day)]
    if profile.kinds_wanted is not None:
        found.append(Opening.kind.in_([kind for kind in OpeningKind if kind in profile.kinds_wanted]))
    return found


def _compared(session: Session, *conditions: ColumnElement[bool], candidate: Candidate, today: date) -> list[Match]:
    held = held_by(session, [candidate.id])
    places = openings_to_compare(session, *conditions, today=today)
    return _by_score([_match(candidate, opening, {opening.id: taken}, held, today) for opening, taken in places])


def _by_score(matches: list[Match]) -> list[Match]:
    """Highest score first; equal scores in the order they came, so that the list is the same each time."""
    return sorted(matches, key=lambda one: -one.score.total)


def _ranked(matches: list[Match], *, of: int) -> Ranking:
    """The groups of so many that there are in all."""
    possible = tuple(one for one in matches if one.possible)
    near_misses = tuple(one for one in matches if one.near_miss)
    return Ranking(possible, near_misses, of - len(possible) - len(near_misses))
