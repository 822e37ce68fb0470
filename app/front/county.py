"""The county's overview: what waits, by name, and one card for each part of the scheme."""

from flask import render_template

from app.cases import waiting as cases
from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import CountyView, build_cards
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.house import house
from app.kernel.waiting import waiting_list
from app.organisations import waiting as organisations
from app.people import waiting as people
from app.progress.current import current_progress
from app.progress.definition import TERMS
from certification.certificates.queries import number_certified
from matching.progress.types import Figure
from register.roles.types import COUNTY_ROLES


@pages.get("/", access=with_role(*COUNTY_ROLES, purpose="run the scheme"))
def front() -> str:
    """What there is to do now."""
    view = CountyView(session(), signed_in_principal())
    reached = [card for card in house().county_cards if view.reaches(card.endpoint)]
    rows = [*cases.for_county(view), *organisations.for_county(view), *people.for_county(view)]
    return render_template(
        "front/county.html",
        waiting=waiting_list(rows, today()),
        progress=current_progress(),
        terms=TERMS,
        figures=Figure,
        certified=number_certified(session(), today()),
        cards_to_show=build_cards(reached, view),
    )
