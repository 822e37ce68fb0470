"""The employers, as the county sees them: register facts, people with roles, what has happened."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import RadioField, SelectField

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.base import FilterForm, Form
from app.kernel.forms.fields import SearchField
from app.kernel.forms.validators import Required
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.organisations.access import organisation_there
from app.organisations.county.event_texts import EVENT_TEXTS
from app.words.filters import label, written_time
from ground.paging import Order
from ground.words import known
from register.joining import queries as joining_queries
from register.joining import tree, waiting
from register.joining.queries import Happened
from register.organisations import county_units
from register.organisations import queries as organisations_queries
from register.organisations.models import Organisation
from register.organisations.municipalities import municipalities
from register.organisations.types import Verification
from register.roles import queries as roles_queries
from register.roles.types import Role


class OrganisationFilters(FilterForm):
    """What the list is narrowed to; asked for with GET."""

    q = SearchField(_l("Navn eller organisasjonsnummer"))
    status = SelectField(_l("Status"), default="")
    kommune = SelectField(_l("Kommune"), default="")

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.status.choices = [("", _("Alle")), *((one.value, label(one)) for one in Verification)]
        self.kommune.choices = [("", _("Alle")), *((one.number, one.name) for one in municipalities())]


class CountyUnitForm(Form):
    """Whether the employer is one of the county's own units."""

    belongs = RadioField(
        _l("Tilhører virksomheten Akershus fylkeskommune?"), validators=[Required(_l("Velg ja eller nei."))]
    )

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.belongs.choices = [("yes", _("Ja")), ("no", _("Nei"))]


@pages.get("/virksomheter", access=with_role(Role.PROGRAMME_LEAD, purpose="know the employers of the scheme"))
def organisations() -> str:
    """The list, with search."""
    form, by = OrganisationFilters(request.args), sorting(Order.NAME, Order.NEWEST)
    status = form.status.data if form.status.data in set(Verification) else None
    found = organisations_queries.organisations_page(
        session(),
        q=form.q.words,
        verification=Verification(status) if status else None,
        municipality_number=form.kommune.data or "",
        order=by.order,
        page=page_number(),
    )
    return render_template(
        "organisations/county/employers.html", form=form, found=found, sorting=by, url_for_page=url_for_page()
    )


@pages.get("/virksomheter/venter", access=with_role(Role.PROGRAMME_LEAD, purpose="see which registrations wait"))
def waiting_registrations() -> str:
    """The registrations that Enhetsregisteret has not answered: since when, how many tries, and why."""
    return render_template(
        "organisations/county/waiting.html",
        found=waiting.waiting_page(session(), page=page_number()),
        readings=tree.readings_in_trouble(session()),
        tries_before_telling=waiting.TRIES_BEFORE_TELLING,
        url_for_page=url_for_page(),
    )


@pages.get(
    "/virksomheter/<orgnr>",
    access=with_role(Role.PROGRAMME_LEAD, purpose="know the employers of the scheme", relation=organisation_there),
)
def organisation(organisation: Organisation) -> str:
    """One employer."""
    return _page(organisation, CountyUnitForm(belongs="yes" if organisation.belongs_to_county else "no"))


def _page(organisation: Organisation, form: CountyUnitForm) -> str:
    events = joining_queries.events_of(session(), organisation.id, actions=EVENT_TEXTS)
    legal = organisation.legal_orgnr
    family = organisations_queries.of_legal_entity(session(), legal) if legal else []
    return render_template(
        "organisations/county/employer.html",
        found=organisation,
        waits_because=waiting.trouble_of(session(), organisation.id),
        workplaces=organisations_queries.workplaces(session(), organisation.id),
        siblings=[one for one in family if one is not organisation],
        people=roles_queries.colleagues(session(), organisation.id),
        events=[_event(happened) for happened in events],
        may_see_users=Role.ADMINISTRATOR in signed_in_principal().roles,
        form=form,
    )


@pages.post(
    "/virksomheter/<orgnr>/fylkeskommunal",
    access=with_role(
        Role.PROGRAMME_LEAD, purpose="tell the county's own units from others", relation=organisation_there
    ),
)
def organisation_county_unit(organisation: Organisation) -> Response | str:
    """Say whether the employer is one of the county's own units."""
    form = CountyUnitForm()
    if form.validate_on_submit():
        with refusals_at(form):
            county_units.set_belongs_to_county(act(), organisation.id, belongs=form.belongs.data == "yes")
            flash(_("Valget er lagret."))
            return redirect(url_for("county.organisation", orgnr=organisation.orgnr))
    return _page(organisation, form)


def _event(happened: Happened) -> tuple[str, str, str]:
    event = happened.event
    role = event.details.get("role")
    actor = happened.actor.display_name if happened.actor else _("Plass selv")
    parts = [
        happened.subject.display_name if happened.subject else "",
        label(known(Role, role)) if role else "",
        event.reason,
        _("av %(name)s", name=actor),
    ]
    return (
        written_time(event.occurred_at),
        str(EVENT_TEXTS[event.action]),
        " · ".join(part for part in parts if part),
    )
