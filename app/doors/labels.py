"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from register.sign_in.types import Door

LABELS: Labels = {
    Door: {
        Door.MAIL_LINK: _l("Logget inn med lenke på e-post"),
        Door.CODE: _l("Logget inn med kode fra veilederen og PIN"),
        Door.DEVICE: _l("Logget inn med egen telefon og PIN"),
        Door.OWN_LINK: _l("Logget inn med lenke på e-post og PIN"),
        Door.DEMO: _l("Logget inn i demoen"),
    },
}
