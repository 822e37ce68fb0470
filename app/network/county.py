"""The network's gatherings, as the county plans them: the list, one, and what is done with it."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed, refusals_of_edit
from app.kernel.forms.base import Form
from app.kernel.paging import page_number, url_for_page
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from app.network.access import known_gathering
from app.network.forms import AttendanceForm, CancelForm, EditGatheringForm, NewGatheringForm, attendance_of, values_of
from certification.network import gatherings as service
from certification.network import queries
from certification.network.errors import CapacityTooSmall, GatheringImpossible, GatheringRefused
from certification.network.models import Gathering
from certification.network.types import GatheringState
from register.roles.types import Role

TABS: dict[str, tuple[GatheringState, ...]] = {
    "": (GatheringState.UPCOMING, GatheringState.BEGUN),
    "utkast": (GatheringState.DRAFT,),
    "tidligere": (GatheringState.OVER, GatheringState.CANCELLED),
}
"""The tabs of the list by their word in the address."""
TONES: dict[GatheringState, str] = {
    GatheringState.DRAFT: "neutral",
    GatheringState.UPCOMING: "success",
    GatheringState.BEGUN: "info",
    GatheringState.OVER: "neutral",
    GatheringState.CANCELLED: "danger",
}


@pages.get("/samlinger", access=with_role(Role.PROGRAMME_LEAD, purpose="plan the network's gatherings"))
def gatherings() -> str:
    """The gatherings in three heaps: ahead, drafts, behind."""
    tab = request.args.get("vis", "")
    tab = tab if tab in TABS else ""
    found = queries.gatherings_page(session(), TABS[tab], now(), page=page_number())
    return render_template(
        "network/county/list.html",
        tab=tab,
        found=found,
        states={one.id: one.state_at(now()) for one in found.rows},
        tones=TONES,
        taken=queries.taken_seats(session(), [one.id for one in found.rows]),
        url_for_page=url_for_page(),
    )


@pages.route(
    "/samlinger/ny", methods=["GET", "POST"], access=with_role(Role.PROGRAMME_LEAD, purpose="plan a gathering")
)
def gathering_new() -> Response | str:
    """Plan a gathering."""
    form = NewGatheringForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form, title=GatheringImpossible):
            made = service.create(act(), content=form.content())
            flash(_("Samlingen er lagret som utkast. Publiser den når den er klar."))
            there = url_for("county.gathering", gathering_id=made.id)
            return done_once(form, there)
    return render_template("network/county/form.html", form=form, gathering=None)


@pages.get(
    "/samlinger/<uuid:gathering_id>",
    access=with_role(Role.PROGRAMME_LEAD, purpose="see a gathering and who comes to it", relation=known_gathering),
)
def gathering(gathering: Gathering) -> str:
    """One gathering and who comes."""
    state = gathering.state_at(now())
    return render_template(
        "network/county/show.html",
        gathering=gathering,
        state=state,
        tone=TONES[state],
        sign_ups=queries.sign_ups_of(session(), gathering.id),
        form=Form(),
    )


@pages.route(
    "/samlinger/<uuid:gathering_id>/endre",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="change a gathering", relation=known_gathering),
)
def gathering_edit(gathering: Gathering) -> Response | str:
    """Change a gathering that has not begun."""
    form = EditGatheringForm(data=values_of(gathering))
    if form.validate_on_submit():
        with refusals_of_edit(
            form,
            gathering,
            lambda: values_of(gathering),
            capacity=CapacityTooSmall,
            title=(GatheringRefused, GatheringImpossible),
        ):
            service.change(
                act(), gathering_id=gathering.id, content=form.content(), expected_version=form.version.data or 0
            )
            flash(_("Samlingen er lagret. De påmeldte får e-post hvis tid eller sted er nytt."))
            return redirect(url_for("county.gathering", gathering_id=gathering.id))
    return render_template("network/county/form.html", form=form, gathering=gathering)


@pages.post(
    "/samlinger/<uuid:gathering_id>/publiser",
    access=with_role(Role.PROGRAMME_LEAD, purpose="open a gathering", relation=known_gathering),
)
def gathering_publish(gathering: Gathering) -> Response:
    """Open the gathering for the network."""
    with refusals_flashed():
        service.publish(act(), gathering_id=gathering.id)
        flash(_("Samlingen er publisert. Medlemmer og gjester kan melde seg på."))
    return redirect(url_for("county.gathering", gathering_id=gathering.id))


@pages.route(
    "/samlinger/<uuid:gathering_id>/avlys",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="call a gathering off", relation=known_gathering),
)
def gathering_cancel(gathering: Gathering) -> Response | str:
    """Ask why, and then call it off."""
    form, there = CancelForm(), url_for("county.gathering", gathering_id=gathering.id)
    if form.validate_on_submit():
        with refusals_at(form, reason=GatheringRefused):
            service.cancel(act(), gathering_id=gathering.id, reason=form.reason.data or "")
            flash(_("Samlingen er avlyst. De påmeldte får e-post."))
            return redirect(there)
    return render_template("network/county/cancel.html", form=form, gathering=gathering, there=there)


@pages.route(
    "/samlinger/<uuid:gathering_id>/oppmote",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="record who came to a gathering", relation=known_gathering),
)
def gathering_attendance(gathering: Gathering) -> Response | str:
    """Say who came; it may be corrected later."""
    sign_ups = queries.sign_ups_of(session(), gathering.id)
    form = AttendanceForm(data=attendance_of(gathering, sign_ups))
    form.attended.choices = [(str(one.id), f"{one.user.display_name}, {one.organisation.name}") for one in sign_ups]
    if form.validate_on_submit():
        attended = {uuid.UUID(one) for one in form.attended.data or ()}
        with refusals_of_edit(
            form, gathering, lambda: attendance_of(gathering, queries.sign_ups_of(session(), gathering.id))
        ):
            service.record_attendance(
                act(), gathering_id=gathering.id, attended=attended, expected_version=form.version.data or 0
            )
            flash(_("Oppmøtet er lagret."))
            return redirect(url_for("county.gathering", gathering_id=gathering.id))
    return render_template("network/county/attendance.html", form=form, gathering=gathering, sign_ups=sign_ups)
