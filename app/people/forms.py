"""The forms of users and colleagues."""

import uuid
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField

from app.kernel.forms.base import EditForm, FilterForm, Form
from app.kernel.forms.fields import EmailField, SearchField, StringField, TextAreaField
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Email, Required
from app.words.filters import label
from register.organisations import queries
from register.roles.queries import office_leaders
from register.roles.types import COUNTY_GIVES, OFFICE_ROLES, ORGANISATION_ROLES, Role

# Candidates are let in by their counsellor, and the county does not see them.
ROLES = tuple(role for role in Role if role is not Role.CANDIDATE)


class UserFilters(FilterForm):
    """What the list is narrowed to; asked for with GET."""

    q = SearchField(_l("Navn eller e-post"))
    rolle = SelectField(_l("Rolle"), default="")

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.rolle.choices = [("", _("Alle")), *((role.value, label(role)) for role in ROLES)]


class HolderFilters(FilterForm):
    """What the list of roles is narrowed to; asked for with GET."""

    q = SearchField(_l("Navn"))
    rolle = SelectField(_l("Rolle"), default="")
    kontor = SelectField(_l("Nav-kontor"), default="")

    def __init__(self, session: Session, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.rolle.choices = [("", _("Alle")), *((role.value, label(role)) for role in ROLES)]
        self.offices = {str(office.id): office for office in queries.offices(session)}
        self.kontor.choices = [("", _("Alle")), *((key, office.name) for key, office in self.offices.items())]

    @property
    def role(self) -> Role | None:
        """The role that is asked for, if it is one of those shown."""
        return Role(self.rolle.data) if self.rolle.data in {role.value for role in ROLES} else None

    @property
    def office_id(self) -> uuid.UUID | None:
        """The office that is asked for, if there is such a one."""
        chosen = self.offices.get(self.kontor.data or "")
        return chosen.id if chosen else None


class RoleForm(CreateForm):
    """A role that the county proposes, with the office or organisation where it is to hold."""

    role = SelectField(_l("Rolle"), validators=[Required(_l("Velg en rolle."))])
    office_id = SelectField(_l("Nav-kontor"), default="")
    orgnr = StringField(_l("Organisasjonsnummer"), validators=[AtMost(100, _l("Nummeret skal ha ni sifre."))])
    reason = TextAreaField(_l("Begrunnelse"), validators=[AtMost(2000)])

    def __init__(self, session: Session, **values: Any) -> None:
        super().__init__(**values)
        given = (role for role in Role if role in COUNTY_GIVES)
        self.role.choices = [("", _("Velg rolle")), *((role.value, label(role)) for role in given)]
        led = office_leaders(session)
        offices = ((str(office.id), office.name) for office in queries.offices(session) if office.id not in led)
        self.office_id.choices = [("", _("Velg kontor")), *offices]

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what the chosen role needs, at the field that misses it."""
        if not super().validate(extra_validators):
            return False
        role = Role(self.role.data)
        if role in OFFICE_ROLES and not self.office_id.data:
            self.refuse("office_id", _("Velg kontoret som skal få sin første leder."))
        if role in ORGANISATION_ROLES and not self.orgnr.data:
            self.refuse("orgnr", _("Skriv inn nummeret til virksomheten."))
        if role is Role.LEADER and not self.reason.data:
            self.refuse("reason", _("Skriv hvordan du vet at personen kan binde virksomheten."))
        return not self.errors


class InviteUserForm(RoleForm):
    """Somebody new, with a first role."""

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv inn e-postadressen.")),
            Email(_l("Skriv inn en e-postadresse, for eksempel navn@kommune.no.")),
            AtMost(254),
        ],
    )
    name = StringField(
        _l("Navn"),
        validators=[Required(_l("Skriv inn navnet.")), AtMost(200)],
    )


class OfficeRoleForm(CreateForm):
    """A role that the leader of a NAV office offers there."""

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv inn e-postadressen.")),
            Email(_l("Skriv inn en e-postadresse, for eksempel navn@nav.no.")),
            AtMost(254),
        ],
    )
    name = StringField(_l("Navn"), validators=[Required(_l("Skriv inn navnet.")), AtMost(200)])
    role = RadioField(_l("Rolle"), default=Role.COUNSELLOR.value, validators=[Required(_l("Velg en rolle."))])

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)
        self.role.choices = [(role.value, label(role)) for role in Role if role in OFFICE_ROLES]


class RefuseProposalForm(Form):
    """Why the second administrator says no."""

    reason = TextAreaField(
        _l("Hvorfor sier du nei?"), validators=[Required(_l("Skriv hvorfor du sier nei.")), AtMost(2000)]
    )


class UserForm(EditForm):
    """What a user is called."""

    name = StringField(
        _l("Navn"),
        validators=[Required(_l("Skriv inn navnet.")), AtMost(200)],
    )


COLLEAGUE_ROLES = (Role.EMPLOYEE, Role.LEADER)


class InviteForm(CreateForm):
    """A colleague's address, name and role."""

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv inn e-postadressen til kollegaen.")),
            Email(_l("Skriv inn en e-postadresse, for eksempel navn@virksomhet.no.")),
            AtMost(254),
        ],
    )
    name = StringField(
        _l("Navn"),
        validators=[
            Required(_l("Skriv inn navnet til kollegaen.")),
            AtMost(200),
        ],
    )
    role = RadioField(_l("Rolle"), default=Role.EMPLOYEE.value, validators=[Required(_l("Velg en rolle."))])

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)
        self.role.choices = role_choices()


class ChangeRoleForm(Form):
    """A colleague's new role."""

    role = RadioField(_l("Rolle"), validators=[Required(_l("Velg en rolle."))])

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)
        self.role.choices = role_choices()


def role_choices() -> list[tuple[str, str]]:
    """The two roles in an organisation."""
    return [(role.value, label(role)) for role in COLLEAGUE_ROLES]
