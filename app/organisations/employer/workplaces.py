"""The workplaces of the organisation, as Enhetsregisteret has them."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.context import services
from app.kernel.database import outside_transaction, session
from app.kernel.errors.telling import refusals_flashed
from app.kernel.forms.base import Form
from app.words.filters import label
from register.joining import queries as joining_queries
from register.joining import registration
from register.joining.queries import PASSED_ON
from register.organisations import queries
from register.organisations.business_register import NoAnswer
from register.organisations.models import Organisation
from register.roles.types import Role


@pages.get("/<orgnr>/arbeidssteder", access=in_organisation(purpose="see where work is done"))
def workplaces(organisation: Organisation) -> str:
    """The list, how far the reading of it has come, and what has gone over to others or come from them."""
    return render_template(
        "organisations/employer/workplaces.html",
        workplaces=queries.workplaces(session(), organisation.id),
        reading=organisation.reading,
        passed=joining_queries.events_of(session(), organisation.id, actions=PASSED_ON),
        form=Form(),
    )


@pages.post(
    "/<orgnr>/arbeidssteder/hent",
    access=in_organisation(Role.LEADER, purpose="fetch the workplaces from Enhetsregisteret"),
)
def workplaces_refresh(orgnr: str, organisation: Organisation) -> Response:
    """Fetch the employer anew from Enhetsregisteret; the workplaces are read by a job."""
    organisation_id = organisation.id
    with outside_transaction():
        answer = services().business_register.look_up(orgnr)
    if isinstance(answer, NoAnswer):
        flash(f"{label(answer.trouble)} {_('Listen er som før. Prøv igjen senere.')}", "warning")
    else:
        with refusals_flashed():
            registration.apply_register_answer(act(), organisation_id, answer=answer)
            flash(_("Opplysningene er hentet fra Enhetsregisteret. Arbeidsstedene hentes nå."))
    return redirect(url_for("employer.workplaces", orgnr=orgnr))
