"""Places for a person: the ranked list."""

import uuid
from collections.abc import Sequence

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from app.disclosures.access import offices_candidate
from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.kernel.errors.telling import not_now
from app.kernel.paging import page_number, url_for_page
from app.matches.words import MatchWords, words_for
from ground.paging import page_of
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.matches.ranking import Match
from matching.records.errors import CandidateNotActive
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from register.roles.types import Role

SHOWN_AT_FIRST = 10
POSSIBLE, NEAR_MISSES, NOT_NOW = "mulige", "nesten", "ikke-na"
"""A part of the list by itself, by its word in the address."""


@pages.get(
    "/kandidater/<uuid:candidate_id>/plasser",
    access=with_role(Role.COUNSELLOR, purpose="find places for a person", relation=offices_candidate, logs_read=True),
)
def candidate_openings(candidate: Candidate) -> Response | str:
    """The open places, paid and unpaid, with what fits, what speaks against and what to ask: the first of each part.

    A part that is longer has pages of its own, and so have the places that do not fit now. For one who has left, or
    has stopped the use of what is known, nothing is looked for.
    """
    if not candidate.may_be_matched:
        return not_now(CandidateNotActive(), url_for("counsellor.candidate_show", candidate_id=candidate.id))
    look_at(candidate, purpose=ReadPurpose.FIND_PLACE, what=ReadWhat.CARD)
    part = request.args.get("vis", "")
    if part == NOT_NOW:
        return _not_now(candidate)
    ranked = ranking.openings_for(session(), candidate=candidate, today=today())
    if part in (POSSIBLE, NEAR_MISSES):
        return _part(candidate, part, ranked.possible if part == POSSIBLE else ranked.near_misses)
    possible, near_misses = ranked.possible[:SHOWN_AT_FIRST], ranked.near_misses[:SHOWN_AT_FIRST]
    write_down(ranking.listing(act(), subject=candidate, shown=(*possible, *near_misses)))
    return render_template(
        "matches/counsellor/places_for_person.html",
        candidate=candidate,
        ranked=ranked,
        possible=_with_words(possible),
        near_misses=_with_words(near_misses),
        proposed=_proposed(candidate),
    )


def _part(candidate: Candidate, part: str, matches: Sequence[Match]) -> str:
    """One page of what is possible, or of the near misses."""
    found = page_of(matches, page=page_number())
    write_down(ranking.listing(act(), subject=candidate, shown=found.rows))
    return render_template(
        "matches/counsellor/places_for_person_part.html",
        candidate=candidate,
        is_possible=part == POSSIBLE,
        found=found,
        places=_with_words(found.rows),
        proposed=_proposed(candidate),
        url_for_page=url_for_page(),
    )


def _not_now(candidate: Candidate) -> str:
    """One page of the places that do not fit now, and why."""
    found = ranking.openings_not_now(session(), candidate=candidate, today=today(), page=page_number())
    return render_template(
        "matches/counsellor/places_not_now.html",
        candidate=candidate,
        found=found,
        places=_with_words(found.rows),
        url_for_page=url_for_page(),
    )


def _with_words(matches: Sequence[Match]) -> list[tuple[Match, MatchWords]]:
    return [(one, words_for(one)) for one in matches]


def _proposed(candidate: Candidate) -> set[uuid.UUID]:
    """The places that are proposed to the candidate already."""
    return queries.openings_proposed_to(session(), candidate.id)
