"""The caseload with what there is to do, and everyone whom the office keeps."""

from flask import render_template

from app.candidates import waiting as requests
from app.disclosures.looks import log_names
from app.doors import waiting as doors
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.paging import page_number, url_for_page
from app.kernel.principal import Principal
from app.kernel.waiting import NOTHING_WAITS, WaitingList, waiting_list
from app.placements import waiting as placements
from matching.disclosures.types import ReadPurpose
from matching.records.queries import candidates as queries
from matching.waiting.overview import rows_page, steps_of
from register.roles.types import Role


@pages.get("/", access=with_role(Role.COUNSELLOR, purpose="keep a caseload", logs_read=True))
def front() -> str:
    """The counsellor's own candidates, those who wait for something first; on the first page what there is to do."""
    who, page = signed_in_principal(), page_number()
    found = rows_page(session(), queries.in_caseload(who.id, who.office_ids), today=today(), page=page)
    steps = steps_of(session(), queries.in_caseload(who.id, who.office_ids)) if page == 1 else None
    waiting = _waiting(who) if page == 1 else NOTHING_WAITS
    log_names([*(row.candidate for row in found.rows), *waiting.candidates], purpose=ReadPurpose.FOLLOW_UP)
    return render_template(
        "front/counsellor.html", found=found, waiting=waiting, steps=steps, office=False, url_for_page=url_for_page()
    )


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
    keepers = signed_in_principal().office_ids
    found = rows_page(session(), queries.at_offices(keepers), today=today(), page=page_number())
    log_names([row.candidate for row in found.rows], purpose=ReadPurpose.FOLLOW_UP)
    return render_template(
        "front/counsellor.html",
        found=found,
        waiting=NOTHING_WAITS,
        steps=None,
        office=True,
        url_for_page=url_for_page(),
    )
