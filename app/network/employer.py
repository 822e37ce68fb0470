"""The network as an employer sees it: how it takes part, the gatherings, the members."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.kernel.forms.base import Form
from app.kernel.paging import page_number, url_for_page
from app.kernel.translate import _
from app.network.access import shown_gathering
from certification.certificates import queries as certificates
from certification.certificates.queries import RegisterFilter
from certification.network import queries, sign_ups
from certification.network.models import Gathering
from certification.network.participation import participation_of
from certification.network.rules import free_seats, refusal_of_sign_up
from register.organisations.models import Organisation


@pages.get("/<orgnr>/nettverk", access=in_organisation(purpose="see the network"))
def network(organisation: Organisation) -> str:
    """How the employer takes part, what is ahead, who the members are."""
    reader = signed_in_principal()
    gatherings = queries.coming_gatherings(session(), now())
    ids = [one.id for one in gatherings]
    taken = queries.taken_seats(session(), ids)
    return render_template(
        "network/employer/overview.html",
        taking_part_as=participation_of(session(), organisation.id, today()),
        gatherings=gatherings,
        free={one.id: free_seats(one.facts, taken[one.id]) for one in gatherings},
        mine={
            one.gathering_id
            for one in queries.sign_ups_from(session(), organisation.id, ids)
            if one.user_id == reader.id
        },
        members=certificates.certified_employers(session(), RegisterFilter(), on=today(), page=page_number()),
        url_for_page=url_for_page(),
    )


@pages.get(
    "/<orgnr>/nettverk/<uuid:gathering_id>", access=in_organisation(purpose="see a gathering", relation=shown_gathering)
)
def network_gathering(organisation: Organisation, gathering: Gathering) -> str:
    """One gathering, and whether one may come."""
    reader = signed_in_principal()
    ours = queries.sign_ups_from(session(), organisation.id, [gathering.id])
    taken = queries.taken_seats(session(), [gathering.id])[gathering.id]
    taking_part_as = participation_of(session(), organisation.id, today())
    return render_template(
        "network/employer/gathering.html",
        gathering=gathering,
        state=gathering.state_at(now()),
        mine=next((one for one in ours if one.user_id == reader.id), None),
        ours=ours,
        free=free_seats(gathering.facts, taken),
        taking_part_as=taking_part_as,
        refusal=refusal_of_sign_up(gathering.facts, taking_part_as=taking_part_as, taken=taken, now=now()),
        form=Form(),
    )


@pages.post(
    "/<orgnr>/nettverk/<uuid:gathering_id>/meld-pa",
    access=in_organisation(purpose="sign up for a gathering", relation=shown_gathering),
)
def network_sign_up(organisation: Organisation, gathering: Gathering) -> Response:
    """Sign oneself up; twice changes nothing."""
    with refusals_flashed():
        sign_ups.sign_up(act(), gathering_id=gathering.id, organisation_id=organisation.id)
        flash(_("Du er påmeldt."))
    return redirect(url_for("employer.network_gathering", orgnr=organisation.orgnr, gathering_id=gathering.id))


@pages.post(
    "/<orgnr>/nettverk/<uuid:gathering_id>/meld-av",
    access=in_organisation(purpose="take a sign-up back", relation=shown_gathering),
)
def network_withdraw(organisation: Organisation, gathering: Gathering) -> Response:
    """Take the sign-up back; twice changes nothing."""
    with refusals_flashed():
        sign_ups.withdraw(act(), gathering_id=gathering.id, organisation_id=organisation.id)
        flash(_("Du er meldt av."))
    return redirect(url_for("employer.network_gathering", orgnr=organisation.orgnr, gathering_id=gathering.id))
