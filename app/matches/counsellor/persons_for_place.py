"""The open places, and the counsellor's candidates ranked for one of them."""

from flask import render_template, request

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.matches.access import offered_opening
from app.matches.words import words_for
from app.openings.words import OpeningWords
from app.words.choices import of_municipalities
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_openings
from matching.records.tables.opening import Opening
from register.roles.types import Role


@pages.get("/plasser", access=with_role(Role.COUNSELLOR, purpose="know the open places"))
def openings() -> str:
    """Every place that is open, paid and unpaid."""
    shown = visible_openings(session(), today=today())
    wanted = request.args.get("kommune", "")
    if wanted:
        shown = [one for one in shown if one.workplace.municipality_number == wanted]
    return render_template(
        "matches/counsellor/places.html", openings=shown, wanted=wanted, municipalities=of_municipalities()
    )


@pages.get(
    "/plasser/<uuid:opening_id>",
    access=with_role(Role.COUNSELLOR, purpose="find persons for a place", relation=offered_opening, logs_read=True),
)
def opening_show(opening: Opening) -> str:
    """One place, and who in the counsellor's own caseload it could be for."""
    who = signed_in_principal()
    caseload = queries.looking_in_caseload(session(), who.id, who.office_ids)
    ranked = ranking.candidates_for(session(), opening=opening, candidates=caseload, today=today())
    shown = (*ranked.possible, *ranked.near_misses)
    look_at(*(match.candidate for match in shown), purpose=ReadPurpose.FIND_PERSON, what=ReadWhat.CARD)
    write_down(ranking.listing(act(), subject=opening, ranking=ranked))
    return render_template(
        "matches/counsellor/persons_for_place.html",
        opening=opening,
        place=OpeningWords(opening),
        possible=[(one, words_for(one)) for one in ranked.possible],
        near_misses=[(one, words_for(one)) for one in ranked.near_misses],
        others=len(ranked.not_now),
    )
