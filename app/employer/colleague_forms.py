"""The forms for colleagues: inviting one, changing what one may do."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, StringField

from app.kernel.forms.base import Form
from app.kernel.forms.once import CreateForm
from app.kernel.forms.validators import AtMost, Email, Required
from app.words.filters import label
from register.roles.types import Role

ROLES = (Role.EMPLOYEE, Role.LEADER)


class InviteForm(CreateForm):
    """A colleague's address, name and role."""

    email = EmailField(
        _l("E-postadresse"),
        validators=[
            Required(_l("Skriv inn e-postadressen til kollegaen.")),
            Email(_l("Skriv inn en e-postadresse, for eksempel navn@virksomhet.no.")),
            AtMost(254, _l("E-postadressen er for lang.")),
        ],
    )
    name = StringField(
        _l("Navn"),
        validators=[
            Required(_l("Skriv inn navnet til kollegaen.")),
            AtMost(200, _l("Skriv navnet med høyst 200 tegn.")),
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
    return [(role.value, label(role)) for role in ROLES]
