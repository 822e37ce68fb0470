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
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.base import Form
from app.kernel.forms.fields import StringField
from app.kernel.forms.validators import AtMost, Required
from app.organisations.access import office_there
from register.organisations import offices as organisations_offices
from register.organisations import queries
from register.organisations.errors import OfficeNumberTaken
from register.organisations.models import NavOffice
from register.organisations.municipalities import municipalities
from register.roles.types import Role


class OfficeForm(Form):
    """A NAV office."""

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
            AtMost(200, _l("Skriv navnet med høyst 200 tegn.")),
        ],
    )
    region = StringField(
        _l("Region"),
        validators=[AtMost(200, _l("Skriv regionen med høyst 200 tegn."))],
    )
    municipality_number = SelectField(_l("Kommune"), validators=[Required(_l("Velg kommunen."))])

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        found = ((one.number, one.name) for one in municipalities())
        self.municipality_number.choices = [("", _("Velg kommune")), *found]


@pages.get("/nav-kontorer", access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"))
def offices() -> str:
    """The list."""
    return render_template("organisations/county/offices.html", offices=queries.offices(session()))


@pages.route(
    "/nav-kontorer/ny",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"),
)
def office_new() -> Response | str:
    """Add an office."""
    form = OfficeForm()
    return _save(form, None) or render_template("organisations/county/office.html", form=form, office=None)


@pages.route(
    "/nav-kontorer/<uuid:office_id>",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices", relation=office_there),
)
def office(office: NavOffice) -> Response | str:
    """Change an office."""
    form = OfficeForm(obj=office)
    return _save(form, office) or render_template("organisations/county/office.html", form=form, office=office)


def _save(form: OfficeForm, office: NavOffice | None) -> Response | None:
    if not form.validate_on_submit():
        return None
    with refusals_at(form, number=OfficeNumberTaken):
        saved = organisations_offices.save_office(
            act(),
            office_id=office.id if office else None,
            number=form.number.data or "",
            name=form.name.data or "",
            region=form.region.data or "",
            municipality_number=form.municipality_number.data,
        )
        flash(_("%(name)s er lagret.", name=saved.name))
        return redirect(url_for("county.offices"))
    return None
