"""Events as the count hears of them."""

from datetime import UTC, date, datetime

from matching.catalogue.kinds import OpeningKind
from matching.progress.rules.jobs import JobEvent
from matching.progress.types import JobEventKind


def event(
    kind: JobEventKind,
    on: date,
    *,
    person: str | None = "ada",
    workplace: str | None = "shop",
    recorded: date | None = None,
    subject: str = "placement",
    **changes: object,
) -> JobEvent:
    known = recorded or on
    facts: dict[str, object] = {
        "kind": kind,
        "subject_ref": subject,
        "paid": True,
        "occurred_on": on,
        "recorded_at": datetime(known.year, known.month, known.day, 12, tzinfo=UTC),
        "person_ref": person,
        "workplace_ref": workplace,
        "opening_kind": OpeningKind.PERMANENT_JOB,
        "municipality": "3205",
    }
    return JobEvent(**(facts | changes))  # type: ignore[arg-type]  # each test names fields that exist
