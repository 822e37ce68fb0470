"""The employer's overview: the steps of the way in, and one card for each part of Plass."""

from flask import render_template

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import EmployerView, build_cards, build_steps
from app.kernel.database import session
from app.kernel.house import house
from register.joining.waiting import trouble_of
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.roles.types import Role


@pages.get("/<orgnr>/", access=in_organisation(purpose="see what there is to do"))
def front(organisation: Organisation) -> str:
    """What to do first, and how everything stands."""
    principal = signed_in_principal()
    role = principal.role_in_organisation(organisation.orgnr) or Role.EMPLOYEE
    is_waiting = organisation.verification is Verification.UNVERIFIED
    view = EmployerView(session(), organisation, principal.user, role)
    return render_template(
        "front/employer.html",
        waits_because=trouble_of(session(), organisation.id) if is_waiting else None,
        step_list=build_steps(house().steps, view),
        cards_to_show=build_cards(house().employer_cards, view),
    )
