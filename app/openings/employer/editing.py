"""Writing an opening: a new one, and one that exists."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import Tellers, not_now, refusals_at, refusals_of_edit
from app.kernel.submits import done_once, sent_before
from app.openings.access import employers_opening_to_edit
from app.openings.employer.choices import skill_names
from app.openings.employer.findings import remarks_of, show_at_fields
from app.openings.employer.form import EditOpeningForm, NewOpeningForm, OpeningFields
from app.openings.employer.form_values import content_from, values_of
from app.openings.labels import KIND_HINTS
from matching.openings import life as openings
from matching.openings.check import check
from matching.openings.errors import OpeningNotReady, WarningsUnanswered
from matching.records.opening_standing import standing_of
from matching.records.queries.openings import opening_of
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED
from register.joining.tree import is_being_read
from register.organisations.models import Organisation
from register.people.mailbox import written_mailbox


@pages.route("/<orgnr>/plasser/ny", methods=["GET", "POST"], access=in_organisation(purpose="write a place"))
def opening_new(organisation: Organisation) -> Response | str:
    """Write a new opening; it is saved as a draft."""
    user = signed_in_principal().user
    form = NewOpeningForm(contact_name=user.name, contact_email=written_mailbox(user.email or ""))
    form.prepare(organisation)
    if again := sent_before(form):
        return again
    if not _wants_row(form) and form.validate_on_submit():
        with refusals_at(form):
            opening = openings.draft(act(), organisation=organisation, content=content_from(form))
            there = url_for("employer.opening_show", orgnr=organisation.orgnr, opening_id=opening.id)
            flash(_("Utkastet er lagret. Slik blir plassen seende ut."))
            return done_once(form, there)
    return _page(organisation, form)


@pages.route(
    "/<orgnr>/plasser/<uuid:opening_id>/rediger",
    methods=["GET", "POST"],
    access=in_organisation(purpose="write a place", relation=employers_opening_to_edit),
)
def opening_edit(organisation: Organisation, opening_id: uuid.UUID, opening: Opening) -> Response | str:
    """Change an opening. With `?sjekk=1` what the rules found stands at the fields."""
    there = url_for("employer.opening_show", orgnr=organisation.orgnr, opening_id=opening.id)
    if request.method == "GET" and (refused := openings.refusal_to_change(opening, today())):
        return not_now(refused, there)
    form = EditOpeningForm(data=values_of(opening))
    form.prepare(organisation, chosen_workplace=str(opening.workplace_id))
    if opening.published_at is not None:
        form.fix_what_is_published()
    if request.method == "GET" and request.args.get("sjekk"):
        show_at_fields(form, remarks_of(check(opening, today())))
    if not _wants_row(form) and form.validate_on_submit():
        with refusals_of_edit(form, opening, lambda: values_of(opening), said_by=_findings_at(form)):
            openings.change(
                act(),
                opening,
                content=content_from(form, opening),
                expected_version=form.version.data or 0,
                reason=form.warning_reason.data or "",
            )
            flash(_("Endringene er lagret."))
            return redirect(there)
        opening = opening_of(session(), organisation.orgnr, opening_id)  # what was refused has been taken back
    return _page(organisation, form, opening)


def _findings_at(form: OpeningFields) -> Tellers:
    def show(refused: OpeningNotReady | WarningsUnanswered) -> None:
        show_at_fields(form, remarks_of(refused.found))

    return {OpeningNotReady: show, WarningsUnanswered: show}


def _wants_row(form: OpeningFields) -> bool:
    """Somebody pressed «Legg til rad»: the page comes back with what was typed and one more row, nothing is saved."""
    wanted = request.form.get("add_row")
    if wanted in {"tasks", "must_have", "can_learn", "shifts"}:
        form.add_row(wanted)
        return True
    return False


def _page(organisation: Organisation, form: OpeningFields, opening: Opening | None = None) -> str:
    needs_workplace = bool(form.workplace_id) and not form.workplace_id.choices
    return render_template(
        "openings/employer/form.html",
        form=form,
        opening=opening,
        is_offered=opening is not None and standing_of(opening, today()) in OFFERED,
        needs_workplace=needs_workplace,
        being_read=needs_workplace and is_being_read(session(), organisation.id),
        kind_hints=KIND_HINTS,
        skill_names=skill_names(),
    )
