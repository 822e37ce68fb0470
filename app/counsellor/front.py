"""The caseload with what there is to do, and everyone whom the office keeps."""

from flask import render_template

from app.auth.current import signed_in_principal
from app.context import today
from app.counsellor.blueprint import blueprint
from app.counsellor.reading import log_names
from app.counsellor.to_do import to_do
from app.database import session
from matching.disclosures.types import ReadPurpose
from matching.records.queries import candidates as queries
from matching.waiting.overview import rows_for


@blueprint.get("/")
def front() -> str:
    """The counsellor's own candidates, those who wait for something first."""
    who = signed_in_principal()
    candidates = queries.caseload_of(session(), who.id, who.office_ids)
    log_names(candidates, purpose=ReadPurpose.FOLLOW_UP)
    tasks = to_do(session(), who, today())
    log_names([task.candidate for task in tasks], purpose=ReadPurpose.FOLLOW_UP)
    rows = rows_for(session(), candidates, today=today())
    return render_template("counsellor/front.html", rows=rows, tasks=tasks, office=False)


@blueprint.get("/kontoret")
def office() -> str:
    """All candidates of the counsellor's offices, for holidays and illness."""
    candidates = queries.candidates_of_offices(session(), signed_in_principal().office_ids)
    log_names(candidates, purpose=ReadPurpose.FOLLOW_UP)
    return render_template("counsellor/front.html", rows=rows_for(session(), candidates, today=today()), office=True)
