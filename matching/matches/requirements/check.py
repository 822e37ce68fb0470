"""One candidate and one opening compared: the readable specification of the filter."""

from datetime import date

from matching.matches.requirements.abilities import check_adaptations, check_skills, check_travel
from matching.matches.requirements.answers import Requirements
from matching.matches.requirements.cards import CandidateCard, OpeningCard, Travel
from matching.matches.requirements.law import check_law
from matching.matches.requirements.wishes import check_dates, check_hours, check_kind, check_open, check_times


def check_pair(
    candidate: CandidateCard, opening: OpeningCard, today: date, travel: Travel | None = None
) -> Requirements:
    """What stands in the way and what is not known.

    Ages are judged on the first day the person could work there: today, or later when the place starts or the
    candidate is free later. `travel` is what is known of the way to work; build it with `nearness()` and,
    where there is one, a journey planner.
    """
    first_day = max(today, opening.starts_on or today, candidate.available_from or today)
    return (
        check_open(opening, today)
        + check_kind(candidate, opening)
        + check_hours(candidate, opening)
        + check_times(candidate, opening)
        + check_dates(candidate, opening)
        + check_travel(candidate, travel or Travel())
        + check_skills(candidate, opening, first_day)
        + check_adaptations(candidate, opening)
        + check_law(candidate, opening, first_day)
    )
