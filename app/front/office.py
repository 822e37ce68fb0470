"""The office leader's overview: who works at the office, and what the count says of its municipality."""

from flask import render_template

from app.kernel.access import with_role
from app.kernel.audiences import office as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.waiting import waiting_list
from app.people.access import led_office
from app.people.waiting import for_office_leader
from app.progress.current import current_progress
from register.organisations.models import NavOffice
from register.roles.queries import people_at_offices
from register.roles.types import Role


@pages.get(
    "/<uuid:office_id>/",
    access=with_role(Role.OFFICE_LEADER, purpose="see the figures of the office", relation=led_office),
)
def front(office: NavOffice) -> str:
    """Figures that are published or count staff; nothing of any candidate."""
    progress = current_progress()
    people = people_at_offices(session(), [office.id])
    return render_template(
        "front/office.html",
        office=office,
        counsellors=sum(grant.role is Role.COUNSELLOR for grant in people),
        leaders=sum(grant.role is Role.OFFICE_LEADER for grant in people),
        progress=progress,
        waiting=waiting_list(for_office_leader(session(), office), today()),
        started_here=progress.by_municipality.cells.get(office.municipality_number),
    )
