"""The employer's overview: the steps of the way in, and one card for each part of Plass."""

from flask import render_template

from app.cases import waiting as cases
from app.disclosures.looks import look_at_as_leader
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import signed_in_principal
from app.kernel.cards import EmployerView, build_cards, build_steps
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.house import house
from app.kernel.waiting import WaitingList, waiting_list
from app.openings import waiting as openings
from app.organisations import waiting as organisations
from app.placements import waiting as placements
from app.proposals import waiting as proposals
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.queries.openings import positions_on_offer
from matching.records.queries.placements import states_at_organisation
from matching.records.types import PlacementState
from register.joining.waiting import trouble_of
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.roles.types import Role


@pages.get("/<orgnr>/", access=in_organisation(purpose="see what there is to do", logs_read=True))
def front(organisation: Organisation) -> str:
    """What to do first, and how everything stands."""
    principal = signed_in_principal()
    role = principal.role_in_organisation(organisation.orgnr) or Role.EMPLOYEE
    is_waiting = organisation.verification is Verification.UNVERIFIED
    view = EmployerView(session(), organisation, principal.user, role)
    waiting = _waiting(view)
    look_at_as_leader(
        *waiting.candidates, organisation=organisation, purpose=ReadPurpose.AGREEMENT, what=ReadWhat.LIST_ENTRY
    )
    return render_template(
        "front/employer.html",
        waiting=waiting,
        at_work=view.ask(states_at_organisation).get(PlacementState.STARTED, 0) if role is Role.LEADER else None,
        positions=positions_on_offer(session(), organisation.id, today=today()),
        waits_because=trouble_of(session(), organisation.id) if is_waiting else None,
        step_list=build_steps(house().steps, view),
        cards_to_show=build_cards(house().employer_cards, view),
    )


def _waiting(view: EmployerView) -> WaitingList:
    """What waits for the reader; only a leader hears of candidates."""
    rows = [*cases.for_employer(view), *organisations.for_employer(view)]
    if view.role is Role.LEADER:
        rows += proposals.for_employer(view.session, view.organisation)
        rows += placements.for_employer(view.session, view.organisation, today())
        rows += openings.for_employer(view)
    return waiting_list(rows, today())
