"""Places for a person: the ranked list."""

from flask import render_template, request

from app.disclosures.access import offices_candidate
from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.matches.words import words_for
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from register.roles.types import Role

SHOWN_AT_FIRST = 10


@pages.get(
    "/kandidater/<uuid:candidate_id>/plasser",
    access=with_role(Role.COUNSELLOR, purpose="find places for a person", relation=offices_candidate, logs_read=True),
)
def candidate_openings(candidate: Candidate) -> str:
    """All open places, paid and unpaid, with what fits, what speaks against and what to ask."""
    look_at(candidate, purpose=ReadPurpose.FIND_PLACE, what=ReadWhat.CARD)
    ranked = ranking.openings_for(session(), candidate=candidate, today=today())
    write_down(ranking.listing(act(), subject=candidate, ranking=ranked))
    living = {one.opening_id for one in queries.proposals_of(session(), [candidate.id]) if one.closed_at is None}
    most = None if request.args.get("alle") else SHOWN_AT_FIRST
    return render_template(
        "matches/counsellor/places_for_person.html",
        candidate=candidate,
        ranked=ranked,
        possible=[(one, words_for(one)) for one in ranked.possible[:most]],
        near_misses=[(one, words_for(one)) for one in ranked.near_misses[:most]],
        not_now=[(one, words_for(one)) for one in ranked.not_now],
        proposed=living,
        all_shown=most is None,
    )
