"""Who has what since when, and who gave it: all roles but the candidates'."""

from flask import render_template, request

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.database import session
from app.kernel.paging import page_number, url_for_page
from app.people.forms import HolderFilters
from register.roles import queries
from register.roles.types import Role


@pages.get("/roller", access=with_role(Role.ADMINISTRATOR, purpose="see who holds which role since when"))
def roles() -> str:
    """The list, by role and office."""
    form = HolderFilters(session(), request.args)
    found = queries.holders_page(
        session(), q=form.q.words, role=form.role, nav_office_id=form.office_id, page=page_number()
    )
    ways = queries.ways_of(session(), [grant.id for grant in found.rows])
    return render_template("people/county/roles.html", form=form, found=found, ways=ways, url_for_page=url_for_page())
