"""The NAV offices of the county."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.validators import Regexp

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_of_edit
from app.kernel.forms.base import EditForm, Form
from app.kernel.forms.fields import StringField, TelField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Required
from app.kernel.submits import done_once, sent_before
from app.organisations.access import office_there
from register.organisations import offices as service
from register.organisations import queries
from register.organisations.errors import OfficeNumberTaken
from register.organisations.models import NavOffice
from register.organisations.municipalities import municipalities
from register.organisations.offices import OfficeContent
from register.roles.queries import office_leaders
from register.roles.types import Role


class _OfficeFields(Form):
    """What is said of a NAV office."""

    number = StringField(
        _l("Kontornummer"),
        validators=[
            Required(_l("Skriv inn nummeret til kontoret.")),
            Regexp(r"^\d{4}$", message=_l("Kontornummeret har fire sifre, for eksempel 0231.")),
        ],
    )
    name = StringField(
        _l("Navn"),
        validators=[
            Required(_l("Skriv inn navnet på kontoret.")),
            AtMost(200),
        ],
    )
    region = StringField(
        _l("Region"),
        validators=[AtMost(200)],
    )
    municipality_number = SelectField(_l("Kommune"), validators=[Required(_l("Velg kommunen."))])
    phone = TelField(
        _l("Telefon"),
        description=_l("Vises for unge som ikke får logget inn."),
        validators=[AtMost(20)],
        render_kw={"autocomplete": "off"},
    )

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        found = ((one.number, one.name) for one in municipalities())
        self.municipality_number.choices = [("", _("Velg kommune")), *found]

    @property
    def content(self) -> OfficeContent:
        """The values for the service, after validation."""
        return OfficeContent(
            number=self.number.data or "",
            name=self.name.data or "",
            region=self.region.data or "",
            municipality_number=self.municipality_number.data,
            phone=self.phone.data or "",
        )


class NewOfficeForm(CreateForm, _OfficeFields):
    """A NAV office that is added."""


class EditOfficeForm(EditForm, _OfficeFields):
    """A NAV office that exists."""


@pages.get("/nav-kontorer", access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"))
def offices() -> str:
    """The list."""
    return render_template(
        "organisations/county/offices.html", offices=queries.offices(session()), leaders=office_leaders(session())
    )


@pages.route(
    "/nav-kontorer/ny",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"),
)
def office_new() -> Response | str:
    """Add an office."""
    form = NewOfficeForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form, number=OfficeNumberTaken):
            _tell_saved(service.add_office(act(), content=form.content))
            return done_once(form, url_for("county.offices"))
    return render_template("organisations/county/office.html", form=form, office=None)


@pages.route(
    "/nav-kontorer/<uuid:office_id>",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices", relation=office_there),
)
def office(office: NavOffice) -> Response | str:
    """Change an office."""
    form = EditOfficeForm(obj=office)
    if form.validate_on_submit():
        with refusals_of_edit(form, office, number=OfficeNumberTaken):
            saved = service.change_office(
                act(), office_id=office.id, content=form.content, expected_version=form.version.data or 0
            )
            _tell_saved(saved)
            return redirect(url_for("county.offices"))
    return render_template("organisations/county/office.html", form=form, office=office)


def _tell_saved(office: NavOffice) -> None:
    flash(_("%(name)s er lagret.", name=office.name))
