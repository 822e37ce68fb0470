"""The Norwegian names of the values of this subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from ground.texts import Locale

LABELS: Labels = {
    Locale: {
        Locale.BOKMAAL: _l("Bokmål"),
        Locale.NYNORSK: _l("Nynorsk"),
        Locale.ENGLISH: _l("Engelsk"),
    },
}
