"""Behind the figures: every event that the count of jobs is made of, for those who must be able to defend it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask import Response, render_template, request, url_for

from app.auth.current import signed_in_principal
from app.context import now, today
from app.county.blueprint import blueprint
from app.database import session
from app.filters import label
from app.paging import page_number, url_for_page
from app.progress.current import closed_moment, current_progress, live_moment
from app.translate import _
from certification.register import audit
from certification.register.municipalities import municipalities, municipality_name
from matching.progress.events import EventFilter, events_page, newest_events
from matching.progress.models import JobEvent
from matching.progress.trace import Figure, events_behind
from matching.types import JobEventKind, OpeningKind

PAGE_LENGTH = 50
CLOSED_MONTH = "maaned"
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class Wanted:
    """What the reader asks for: the events behind one figure, or all that the filter lets through."""

    figure: Figure | None
    as_of_closed_month: bool
    events: EventFilter


@blueprint.get("/jobber")
def jobs() -> str:
    """The figures and, under them, their events. The events name no candidate and no employer."""
    wanted, page = _wanted(), page_number()
    events, total = _one_page(wanted, page)
    return render_template(
        "county/jobs.html",
        progress=current_progress(),
        events=events,
        total=total,
        page=page,
        pages=max(1, -(-total // PAGE_LENGTH)),
        url_for_page=url_for_page(),
        wanted=wanted,
        kinds=list(JobEventKind),
        opening_kinds=list(OpeningKind),
        municipalities=municipalities(),
        download=url_for("county.jobs_csv", **request.args),  # type: ignore[arg-type]  # Flask takes a mapping
    )


@blueprint.get("/jobber.csv")
def jobs_csv() -> Response:
    """The same events as a file, without anything that ties two of them to one person. Taking it is written down."""
    wanted, who = _wanted(), signed_in_principal()
    events = _all(wanted)
    audit.record(
        session(), action="job_events.exported", subject=who.user, actor_id=who.id, now=now(), events=len(events)
    )
    text = io.StringIO("\ufeff")  # the mark by which Excel knows the letters
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_headings())
    writer.writerows(_line(event) for event in events)
    answer = Response(text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f"attachment; filename=hendelser-{today().isoformat()}.csv"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _wanted() -> Wanted:
    figure = _chosen(Figure, "tall")
    paid = {"ja": True, "nei": False}.get(request.args.get("lonn", ""), True if figure else None)
    return Wanted(
        figure=figure,
        as_of_closed_month=request.args.get("per") == CLOSED_MONTH,
        events=EventFilter(
            kind=None if figure else _chosen(JobEventKind, "hendelse"),
            opening_kind=_chosen(OpeningKind, "type"),
            municipality_number=request.args.get("kommune") or None,
            paid=paid,
        ),
    )


def _chosen(kind: type[E], name: str) -> E | None:
    value = request.args.get(name)
    return kind(value) if value in set(kind) else None


def _one_page(wanted: Wanted, page: int) -> tuple[Sequence[JobEvent], int]:
    if wanted.figure is None:
        return events_page(session(), wanted.events, page=page, length=PAGE_LENGTH)
    found = _all(wanted)
    return found[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH], len(found)


def _all(wanted: Wanted) -> Sequence[JobEvent]:
    if wanted.figure is None:
        return session().scalars(newest_events(wanted.events)).all()
    moment = closed_moment() if wanted.as_of_closed_month else live_moment()
    found = events_behind(session(), wanted.figure, moment, paid=wanted.events.paid is not False)
    return [event for event in found if wanted.events.holds(event)]


def _headings() -> list[str]:
    return [
        _("Dato"), _("Hendelse"), _("Type plass"), _("Betalt"), _("Kommunenummer"), _("Kommune"), _("Sektor"),
        _("Sertifisert"), _("Stillinger"), _("Planlagte uker"), _("Registrert"),
    ]  # fmt: skip


def _line(event: JobEvent) -> list[str | int | None]:
    return [
        event.occurred_on.isoformat(),
        label(event.kind),
        label(event.opening_kind),
        _("Ja") if event.opening_kind.paid else _("Nei"),
        event.municipality_number,
        municipality_name(event.municipality_number),
        label(event.sector),
        _("Ja") if event.certified else _("Nei"),
        event.positions,
        event.planned_weeks,
        event.recorded_at.date().isoformat(),
    ]
