"""The caseload with what there is to do, and everyone whom the office keeps."""

from flask import render_template

from app.disclosures.looks import log_names
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.placements.to_do import to_do
from matching.disclosures.types import ReadPurpose
from matching.records.queries import candidates as queries
from matching.waiting.overview import rows_for
from register.roles.types import Role


@pages.get("/", access=with_role(Role.COUNSELLOR, purpose="keep a caseload", logs_read=True))
def front() -> str:
    """The counsellor's own candidates, those who wait for something first."""
    who = signed_in_principal()
    candidates = queries.caseload_of(session(), who.id, who.office_ids)
    tasks = to_do(session(), who, today())
    log_names([*candidates, *(task.candidate for task in tasks)], purpose=ReadPurpose.FOLLOW_UP)
    rows = rows_for(session(), candidates, today=today())
    return render_template("front/counsellor.html", rows=rows, tasks=tasks, office=False)


@pages.get("/kontoret", access=with_role(Role.COUNSELLOR, purpose="stand in for a colleague", logs_read=True))
def office() -> str:
    """All candidates of the counsellor's offices, for holidays and illness."""
    candidates = queries.candidates_of_offices(session(), signed_in_principal().office_ids)
    log_names(candidates, purpose=ReadPurpose.FOLLOW_UP)
    return render_template("front/counsellor.html", rows=rows_for(session(), candidates, today=today()), office=True)
