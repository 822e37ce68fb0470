"""The caseload with what there is to do, and everyone whom the office keeps."""

from flask import render_template, request
from sqlalchemy import Select

from app.candidates import waiting as requests
from app.candidates.forms import NameSearch
from app.disclosures.looks import log_names
from app.doors import waiting as doors
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.paging import page_number, url_for_page
from app.kernel.principal import Principal
from app.kernel.sorting import Sorting, sorting
from app.kernel.waiting import NOTHING_WAITS, WaitingList, waiting_list
from app.placements import waiting as placements
from ground.paging import Order, Page
from matching.disclosures.types import ReadPurpose
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from matching.waiting.overview import CaseloadRow, rows_page, steps_of
from register.roles.types import Role


@pages.get("/", access=with_role(Role.COUNSELLOR, purpose="keep a caseload", logs_read=True))
def front() -> str:
    """The counsellor's own candidates, those who wait for something first; on the first page what there is to do."""
    who = signed_in_principal()
    theirs = queries.in_caseload(who.id, who.office_ids)
    form, by, found = _asked(theirs)
    is_first = found.number == 1 and not form.q.words
    steps = steps_of(session(), theirs) if is_first else None
    waiting = _waiting(who) if is_first else NOTHING_WAITS
    log_names([*(row.candidate for row in found.rows), *waiting.candidates], purpose=ReadPurpose.FOLLOW_UP)
    return _page(form, by, found, waiting=waiting, steps=steps, office=False)


def _asked(candidates: Select[Candidate]) -> tuple[NameSearch, Sorting, Page[CaseloadRow]]:
    """One page of candidates as the reader searches and sorts them."""
    form, by = NameSearch(request.args), sorting(Order.NEXT, Order.NAME)
    found = rows_page(session(), candidates, today=today(), name=form.q.words, order=by.order, page=page_number())
    return form, by, found


def _waiting(who: Principal) -> WaitingList:
    rows = [
        *placements.for_counsellor(session(), who, today()),
        *requests.for_counsellor(session(), who),
        *doors.for_counsellor(session(), who),
    ]
    return waiting_list(rows, today())


@pages.get("/kontoret", access=with_role(Role.COUNSELLOR, purpose="stand in for a colleague", logs_read=True))
def office() -> str:
    """All candidates of the counsellor's offices, for holidays and illness."""
    form, by, found = _asked(queries.at_offices(signed_in_principal().office_ids))
    log_names([row.candidate for row in found.rows], purpose=ReadPurpose.FOLLOW_UP)
    return _page(form, by, found, waiting=NOTHING_WAITS, steps=None, office=True)


def _page(form: NameSearch, by: Sorting, found: Page[CaseloadRow], **more: object) -> str:
    return render_template(
        "front/counsellor.html", form=form, sorting=by, found=found, url_for_page=url_for_page(), **more
    )
