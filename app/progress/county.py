"""Behind the figures: every event that the count of jobs is made of, for those who must be able to defend it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flask import Response, render_template, request

from app.kernel.access import with_role
from app.kernel.addresses import address_with_query
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import settings, today
from app.kernel.csv_files import Cells, csv_file
from app.kernel.database import session, write_down
from app.kernel.paging import page_number, url_for_page
from app.kernel.translate import _
from app.progress.current import closed_moment, current_progress, live_moment
from app.progress.groups import area_name, municipality_groups
from app.words.filters import label, written_date, written_month
from ground import audit
from matching.catalogue.kinds import OpeningKind
from matching.progress.events import EventFilter, newest_events
from matching.progress.figures import Progress
from matching.progress.shown import ShownEvent, shown
from matching.progress.trace import Figure, events_behind
from matching.progress.types import JobEventKind
from register.roles.types import Role

PAGE_LENGTH = 50
CLOSED_MONTH = "maaned"
BY_AREA = "kommune"
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class Wanted:
    """What the reader asks for: the events behind one figure, or all that the filter lets through.

    `areas` is set when the published table is asked for by municipality: the groups that it shows.
    """

    figure: Figure | None
    paid: bool
    as_of_closed_month: bool
    events: EventFilter
    areas: Collection[str] | None
    area: str | None


@pages.get("/jobber", access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="follow a figure back to its events"))
def jobs() -> str:
    """The figures and, under them, their events. The events name no candidate and no employer."""
    progress, page = current_progress(), page_number()
    wanted = _wanted(progress)
    events = _all(wanted)
    return render_template(
        "progress/county.html",
        progress=progress,
        rows=[_words(event) for event in events[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]],
        total=len(events),
        page=page,
        pages=max(1, -(-len(events) // PAGE_LENGTH)),
        url_for_page=url_for_page(),
        wanted=wanted,
        kinds=list(JobEventKind),
        opening_kinds=list(OpeningKind),
        areas=[group for group in municipality_groups(progress) if group.started],
        downloads=[
            (_("CSV for Excel"), address_with_query("county.jobs_excel")),
            (_("CSV for andre programmer"), address_with_query("county.jobs_csv")),
        ],
    )


@pages.get(
    "/jobber.csv",
    access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="follow a figure back to its events", logs_read=True),
)
def jobs_csv() -> Response:
    """The same events as a file, without anything that ties two of them to one person. Taking it is written down."""
    return _file(for_excel=False)


@pages.get(
    "/jobber-excel.csv",
    access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="follow a figure back to its events", logs_read=True),
)
def jobs_excel() -> Response:
    """The same file, as Excel opens it."""
    return _file(for_excel=True)


def _file(*, for_excel: bool) -> Response:
    wanted, who = _wanted(current_progress()), signed_in_principal()
    events = _all(wanted)
    write_down(audit.entry(act(), action="job_events.exported", subject=who.user, events=len(events)))
    rows: list[Cells] = [_headings(), *(_line(event) for event in events)]
    answer = csv_file(rows, name=f"hendelser-{today().isoformat()}", for_excel=for_excel)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _wanted(progress: Progress) -> Wanted:
    """Read the address. By municipality only the published table can be followed, and only where it shows a number."""
    figure = _chosen(Figure, "tall")
    paid = request.args.get("lonn") != "nei"
    closed = figure is not None and request.args.get("per") == CLOSED_MONTH
    by_area = figure is Figure.STARTED and paid and closed and request.args.get("vis") == BY_AREA
    areas = {code for code, count in progress.by_municipality.cells.items() if count} if by_area else None
    area = request.args.get("kommune")
    return Wanted(
        figure=figure,
        paid=paid,
        as_of_closed_month=closed,
        events=EventFilter(
            kind=None if figure else _chosen(JobEventKind, "hendelse"),
            opening_kind=None if by_area else _chosen(OpeningKind, "type"),
        ),
        areas=areas,
        area=area if areas and area in areas else None,
    )


def _chosen(kind: type[E], name: str) -> E | None:
    value = request.args.get(name)
    return kind(value) if value in set(kind) else None


def _all(wanted: Wanted) -> list[ShownEvent]:
    if wanted.figure is None:
        found = session().scalars(newest_events(wanted.events)).all()
    else:
        moment = closed_moment() if wanted.as_of_closed_month else live_moment()
        behind = events_behind(session(), wanted.figure, moment, paid=wanted.paid)
        found = [event for event in behind if wanted.events.opening_kind in (None, event.opening_kind)]
    events = shown(found, areas=wanted.areas, secret=settings().secret)
    return [event for event in events if wanted.area in (None, event.area)]


@dataclass(frozen=True)
class Row:
    """An event in words."""

    when: str
    event: str
    kind: str
    area: str
    positions: int
    certified: str


def _words(event: ShownEvent) -> Row:
    return Row(
        when=_when(event),
        event=label(event.kind),
        kind=label(event.opening_kind) or _("Ikke vist"),
        area=_area(event),
        positions=event.positions,
        certified=_yes_or_no(event.certified),
    )


def _when(event: ShownEvent) -> str:
    if event.day is not None:
        return written_date(event.day)
    return written_month(event.month) if event.month is not None else _("Ikke vist")


def _area(event: ShownEvent) -> str:
    return area_name(event.area) if event.area is not None else _("Ikke vist")


def _yes_or_no(value: bool | None) -> str:
    return _("Ikke vist") if value is None else _("Ja") if value else _("Nei")


def _headings() -> list[str]:
    return [
        _("Måned"), _("Dato"), _("Hendelse"), _("Type plass"), _("Betalt"), _("Kommune"), _("Sektor"),
        _("Sertifisert"), _("Stillinger"), _("Planlagte uker"),
    ]  # fmt: skip


def _line(event: ShownEvent) -> list[str | int | None]:
    return [
        f"{event.month:%Y-%m}" if event.month else None,
        event.day.isoformat() if event.day else None,
        label(event.kind),
        label(event.opening_kind),
        _yes_or_no(event.paid),
        area_name(event.area) if event.area is not None else None,
        label(event.sector),
        _yes_or_no(event.certified) if event.certified is not None else None,
        event.positions,
        event.planned_weeks,
    ]
