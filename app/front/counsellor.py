"""The caseload with what there is to do, and everyone whom the office keeps."""

from flask import render_template

from app.disclosures.looks import log_names
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.paging import page_number, url_for_page
from app.placements.to_do import NOTHING_TO_DO, to_do
from matching.candidates.requests import unanswered_at
from matching.disclosures.types import ReadPurpose
from matching.doors.calling import calls_to_make
from matching.records.queries import candidates as queries
from matching.waiting.overview import rows_page
from register.roles.types import Role

MOST_CALLS = 20


@pages.get("/", access=with_role(Role.COUNSELLOR, purpose="keep a caseload", logs_read=True))
def front() -> str:
    """The counsellor's own candidates, those who wait for something first; on the first page what there is to do."""
    who, page = signed_in_principal(), page_number()
    found = rows_page(session(), queries.in_caseload(who.id, who.office_ids), today=today(), page=page)
    tasks = to_do(session(), who, today()) if page == 1 else NOTHING_TO_DO
    calls = calls_to_make(session(), counsellor_id=who.id, office_ids=who.office_ids, most=MOST_CALLS * (page == 1))
    requests = unanswered_at(session(), who.office_ids, today()) if page == 1 else None
    names = [
        *(row.candidate for row in found.rows),
        *(task.candidate for task in tasks.first),
        *(one.candidate for one in calls),
    ]
    log_names(names, purpose=ReadPurpose.FOLLOW_UP)
    return render_template(
        "front/counsellor.html", found=found, tasks=tasks, calls=calls, requests=requests, office=False,
        url_for_page=url_for_page(),
    )  # fmt: skip


@pages.get("/kontoret", access=with_role(Role.COUNSELLOR, purpose="stand in for a colleague", logs_read=True))
def office() -> str:
    """All candidates of the counsellor's offices, for holidays and illness."""
    keepers = signed_in_principal().office_ids
    found = rows_page(session(), queries.at_offices(keepers), today=today(), page=page_number())
    log_names([row.candidate for row in found.rows], purpose=ReadPurpose.FOLLOW_UP)
    return render_template(
        "front/counsellor.html", found=found, tasks=NOTHING_TO_DO, calls=(), requests=None, office=True,
        url_for_page=url_for_page(),
    )  # fmt: skip
