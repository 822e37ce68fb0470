"""The county's overview: one card for each thing that may wait for somebody."""

from flask import render_template

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import CountyView, build_cards
from app.kernel.database import session
from app.kernel.house import house
from register.roles.types import COUNTY_ROLES


@pages.get("/", access=with_role(*COUNTY_ROLES, purpose="run the scheme"))
def front() -> str:
    """What there is to do now."""
    view = CountyView(session(), signed_in_principal())
    reached = [card for card in house().county_cards if view.reaches(card.endpoint)]
    return render_template("front/county.html", cards_to_show=build_cards(reached, view))
