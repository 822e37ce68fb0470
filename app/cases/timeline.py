"""The way of a case, read from the audit log: what happened when, without names of those who did it."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.words.filters import written_time
from certification.cases.tables.assessment import Assessment
from ground.audit import AuditEvent

TITLES: dict[str, LazyString] = {
    "assessment.started": _l("Startet"),
    "assessment.submitted": _l("Signert og sendt inn"),
    "assessment.assigned": _l("Fylkeskommunen valgte en sertifisør"),
    "assessment.in_review": _l("Sertifisøren begynte vurderingen"),
    "assessment.returned": _l("Sendt tilbake til virksomheten"),
    "assessment.recommended": _l("Sertifisøren ga sin innstilling"),
    "assessment.decided": _l("Vedtatt"),
    "assessment.withdrawn": _l("Trukket av virksomheten"),
    "assessment.lapsed": _l("Lagt bort uten aktivitet"),
}


def timeline_of(session: Session, assessment: Assessment) -> list[tuple[str, str]]:
    """Time and title of each step, the newest first."""
    events = session.scalars(
        select(AuditEvent)
        .where(
            AuditEvent.subject_kind == "Assessment",
            AuditEvent.subject_id == assessment.id,
            AuditEvent.action.in_(TITLES),
        )
        .order_by(AuditEvent.occurred_at)
    ).all()
    return [(written_time(event.occurred_at), str(TITLES[event.action])) for event in reversed(events)]
