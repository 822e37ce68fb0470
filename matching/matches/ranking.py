"""Places for a person and persons for a place: what is possible, in order, with reasons; a human decides."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from matching.law.young_workers.rules import young_worker_rules
from matching.matches.cards import Held, candidate_card, held_by, opening_card, travel_between
from matching.matches.reasons import Reason, reasons_for
from matching.matches.requirements import ObstacleCode, Requirements, check_pair
from matching.matches.score import Score, score_pair, score_weights
from matching.matches.snapshots import freeze
from matching.records.queries.openings import visible_openings
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
MOST_IN_LOG = 20


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
    """The comparisons of one list, each group with the highest score first."""

    possible: tuple[Match, ...]
    near_misses: tuple[Match, ...]
    not_now: tuple[Match, ...]


def compare(session: Session, *, candidate: Candidate, opening: Opening, today: date) -> Match:
    """One pair, for the page of one place or the moment of a proposal."""
    taken, held = positions_taken(session, [opening.id]), held_by(session, [candidate.id])
    return _match(candidate, opening, taken, held, today)


def openings_for(session: Session, *, candidate: Candidate, today: date) -> Ranking:
    """All published places, paid and unpaid, for one candidate."""
    openings = visible_openings(session, today=today)
    taken = positions_taken(session, [opening.id for opening in openings])
    held = held_by(session, [candidate.id])
    return _ranked([_match(candidate, opening, taken, held, today) for opening in openings])


def candidates_for(session: Session, *, opening: Opening, candidates: Sequence[Candidate], today: date) -> Ranking:
    """Some candidates, as a counsellor's caseload, for one place."""
    taken = positions_taken(session, [opening.id])
    held = held_by(session, [candidate.id for candidate in candidates])
    return _ranked([_match(candidate, opening, taken, held, today) for candidate in candidates])


def frozen(match: Match) -> dict[str, Any]:
    """What is kept with a proposal."""
    return freeze(
        match.reasons,
        match.score,
        candidate_version=match.candidate.version,
        opening_version=match.opening.version,
    )


def listing(act: Act, *, subject: object, ranking: Ranking) -> audit.AuditEvent:
    """What a counsellor was shown, to be written down and answered for: who, order, scores and versions."""
    shown = (*ranking.possible, *ranking.near_misses)[:MOST_IN_LOG]
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


def _ranked(matches: list[Match]) -> Ranking:
    """Highest score first; equal scores in the order they came, so that the list is the same each time."""
    ordered = sorted(matches, key=lambda one: -one.score.total)
    return Ranking(
        possible=tuple(one for one in ordered if one.possible),
        near_misses=tuple(one for one in ordered if one.near_miss),
        not_now=tuple(one for one in ordered if not one.possible and not one.near_miss),
    )
