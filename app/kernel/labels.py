"""The Norwegian names of what belongs to no subject."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from ground.paging import Order

LABELS: Labels = {
    Order: {
        Order.NEXT: _l("Det neste"),
        Order.NEWEST: _l("Nyeste"),
        Order.NAME: _l("Navn"),
        Order.LAST_DAY: _l("Siste dag"),
    },
}
