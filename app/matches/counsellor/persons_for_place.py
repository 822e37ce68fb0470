"""The open places, and the counsellor's candidates ranked for one of them."""

from flask import render_template, request

from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.kernel.paging import page_number, url_for_page
from app.matches.access import offered_opening
from app.matches.words import words_for
from app.openings.words import OpeningWords
from app.words.choices import of_municipalities
from ground.paging import page_of
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.matches import ranking
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_page
from matching.records.tables.opening import Opening
from register.organisations.municipalities import is_in_akershus
from register.roles.types import Role


@pages.get("/plasser", access=with_role(Role.COUNSELLOR, purpose="know the open places"))
def openings() -> str:
    """The places that are open, paid and unpaid, page by page."""
    asked = request.args.get("kommune", "")
    wanted = asked if is_in_akershus(asked) else None
    return render_template(
        "matches/counsellor/places.html",
        found=visible_page(session(), today=today(), municipality_number=wanted, page=page_number()),
        wanted=wanted,
        municipalities=of_municipalities(),
        url_for_page=url_for_page(),
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
    found = page_of((*ranked.possible, *ranked.near_misses), page=page_number())
    look_at(*(match.candidate for match in found.rows), purpose=ReadPurpose.FIND_PERSON, what=ReadWhat.CARD)
    write_down(ranking.listing(act(), subject=opening, shown=found.rows))
    return render_template(
        "matches/counsellor/persons_for_place.html",
        opening=opening,
        place=OpeningWords(opening),
        found=found,
        possible=[(one, words_for(one)) for one in found.rows if one.possible],
        near_misses=[(one, words_for(one)) for one in found.rows if one.near_miss],
        others=ranked.others,
        url_for_page=url_for_page(),
    )
