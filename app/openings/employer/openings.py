"""The employer's openings: the list, one as others see it, closing it and using it again."""

from collections.abc import Collection

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.base import Form
from app.kernel.forms.once import CreateForm
from app.kernel.paging import page_number, url_for_page
from app.kernel.submits import done_once, sent_before
from app.openings.access import employers_opening, employers_whole_opening
from app.openings.employer.findings import remarks_of
from app.openings.words import OpeningWords
from matching.openings import life as openings
from matching.openings.check import check
from matching.records.opening_standing import standing_of
from matching.records.queries import openings as queries
from matching.records.queries.placements import filled
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED, PUBLISHABLE, OpeningState
from register.organisations.models import Organisation
from register.roles.types import Role

TABS: dict[str, Collection[OpeningState]] = {
    "": OFFERED,
    "utkast": (OpeningState.DRAFT,),
    "tidligere": (OpeningState.EXPIRED, OpeningState.CLOSED),
}
"""The tabs of the list by their word in the address."""


@pages.get("/<orgnr>/plasser", endpoint="openings", access=in_organisation(purpose="see the places on offer"))
def openings_list(organisation: Organisation) -> str:
    """The openings in three heaps: shown now, drafts, over."""
    tab = request.args.get("vis", "")
    tab = tab if tab in TABS else ""
    counts = queries.counts_by_state(session(), organisation.id, today=today())
    found = queries.openings_of(session(), organisation.id, TABS[tab], today=today(), page=page_number())
    return render_template(
        "openings/employer/list.html",
        tab=tab,
        counts={name: sum(counts[state] for state in states) for name, states in TABS.items()},
        found=found,
        openings=[OpeningWords(opening) for opening in found.rows],
        filled=filled(session(), found.rows),
        standing={opening.id: standing_of(opening, today()) for opening in found.rows},
        url_for_page=url_for_page(),
    )


@pages.get(
    "/<orgnr>/plasser/<uuid:opening_id>",
    access=in_organisation(purpose="see a place", relation=employers_whole_opening),
)
def opening_show(opening: Opening) -> str:
    """One opening as candidates see it, with what is left to do on it."""
    found = check(opening, today()) if opening.state is not OpeningState.CLOSED else None
    return render_template(
        "openings/employer/show.html",
        opening=opening,
        words=OpeningWords(opening),
        remarks=remarks_of(found) if found else [],
        copy_form=CreateForm(),
        is_filled=opening.id in filled(session(), [opening]),
        may_change=openings.refusal_to_change(opening, today()) is None,
        may_publish=standing_of(opening, today()) in PUBLISHABLE,
        standing=standing_of(opening, today()),
    )


@pages.route(
    "/<orgnr>/plasser/<uuid:opening_id>/avslutt",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="take a place away", relation=employers_opening),
)
def opening_close(organisation: Organisation, opening: Opening) -> Response | str:
    """Take an opening away for good."""
    form, there = Form(), url_for("employer.opening_show", orgnr=organisation.orgnr, opening_id=opening.id)
    if form.validate_on_submit():
        with refusals_at(form):
            openings.close(act(), opening)
            flash(_("Plassen er avsluttet."))
            return redirect(there)
    return render_template("openings/employer/close.html", form=form, opening=opening, there=there)


@pages.post(
    "/<orgnr>/plasser/<uuid:opening_id>/kopier",
    access=in_organisation(purpose="write a place", relation=employers_whole_opening),
)
def opening_copy(organisation: Organisation, opening: Opening) -> Response:
    """A new draft that says the same."""
    form = CreateForm()
    if again := sent_before(form):
        return again
    with refusals_flashed():
        copy = openings.copy_as_draft(act(), opening)
        there = url_for("employer.opening_edit", orgnr=organisation.orgnr, opening_id=copy.id)
        flash(_("Her er et nytt utkast med det samme innholdet."))
        return done_once(form, there)
    return redirect(url_for("employer.opening_show", orgnr=organisation.orgnr, opening_id=opening.id))
