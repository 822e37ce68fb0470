"""What waits around places: those whose last day is near."""

from flask import url_for

from app.kernel.cards import EmployerView
from app.kernel.context import today
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting
from matching.openings.expiry import soon_over_at


def for_employer(view: EmployerView) -> list[Waiting]:
    """The places that are shown for a week more at most."""
    return [
        Waiting(
            key=f"opening {one.id}",
            about=one.title,
            verb=_("Forny plassen, eller la den gå ut"),
            url=url_for("employer.opening_show", orgnr=view.organisation.orgnr, opening_id=one.id),
            due=one.expires_on,
        )
        for one in soon_over_at(view.session, view.organisation.id, today=today(), most=MOST_OF_A_KIND)
    ]
