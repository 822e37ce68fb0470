"""Publishing an opening: leaders only, when the rules have nothing against it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.base import SeenForm
from app.kernel.forms.fields import TextAreaField
from app.kernel.forms.validators import AtMost
from app.openings.access import employers_whole_opening
from app.openings.employer.findings import remarks_of
from app.openings.words import OpeningWords
from matching.openings import life as openings
from matching.openings.check import check
from matching.openings.errors import WarningsUnanswered
from matching.records.opening_standing import standing_of
from matching.records.tables.opening import Opening
from matching.records.types import PUBLISHABLE
from register.organisations.models import Organisation
from register.roles.types import Role


class PublishForm(SeenForm):
    """The leader's yes, and a reason where the rules warn."""

    reason = TextAreaField(_l("Hvorfor er dette i orden?"), [AtMost(1000)])


@pages.route(
    "/<orgnr>/plasser/<uuid:opening_id>/publiser",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="publish a place", relation=employers_whole_opening),
)
def opening_publish(organisation: Organisation, opening: Opening) -> Response | str:
    """Ask once more, then publish. Sent twice it publishes once."""
    there = url_for("employer.opening_show", orgnr=organisation.orgnr, opening_id=opening.id)
    if standing_of(opening, today()) not in PUBLISHABLE:
        return redirect(there)
    form = PublishForm(version=opening.version)
    if form.validate_on_submit():
        with refusals_at(form, reason=WarningsUnanswered):
            openings.publish(act(), opening, expected_version=form.version.data or 0, reason=form.reason.data or "")
            flash(_("Plassen er publisert."))
            return redirect(there)
        form.carry(opening.version)  # the page shows it as it stands
    return render_template(
        "openings/employer/publish.html",
        form=form,
        opening=opening,
        words=OpeningWords(opening),
        remarks=remarks_of(check(opening, today())),
        shown_until=opening.expires_on or today() + openings.SHOWN_FOR,
        there=there,
    )
