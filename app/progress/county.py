"""What the county sees of the jobs: its totals, the tables as everybody sees them, the paid places; nobody's steps."""

from flask import Response, render_template, url_for

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.csv_files import Cells, csv_file
from app.kernel.database import session, write_down
from app.kernel.paging import page_number, url_for_page
from app.kernel.translate import _
from app.progress.current import current_progress
from app.progress.groups import area_name, kind_groups, municipality_groups
from app.words.filters import label
from ground import audit
from ground.paging import one_page
from matching.progress.events import paid_postings
from matching.progress.figures import group_of
from matching.progress.models import JobEvent
from matching.progress.rules.counting import NOT_KNOWN
from register.roles.types import Role

PAGE_LENGTH = 50


@pages.get("/jobber", access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="see how the 1000 jobs stand"))
def jobs() -> str:
    """The figures, the published tables, and the paid places that are pledged or posted. No row is about a person."""
    figures = current_progress()
    return render_template(
        "progress/county.html",
        progress=figures,
        by_municipality=municipality_groups(figures),
        by_kind=kind_groups(figures),
        found=one_page(session(), paid_postings(), page=page_number(), size=PAGE_LENGTH),
        area=_area,
        url_for_page=url_for_page(),
        downloads=[
            (_("CSV for Excel"), url_for("county.jobs_excel")),
            (_("CSV for andre programmer"), url_for("county.jobs_csv")),
        ],
    )


@pages.get(
    "/jobber.csv",
    access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="take the paid places along", logs_read=True),
)
def jobs_csv() -> Response:
    """The paid places as a file. Taking it is written down."""
    return _file(for_excel=False)


@pages.get(
    "/jobber-excel.csv",
    access=with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="take the paid places along", logs_read=True),
)
def jobs_excel() -> Response:
    """The same file, as Excel opens it."""
    return _file(for_excel=True)


def _file(*, for_excel: bool) -> Response:
    postings = session().scalars(paid_postings()).all()
    write_down(
        audit.entry(act(), action="job_events.exported", subject=signed_in_principal().user, events=len(postings))
    )
    rows: list[Cells] = [_headings(), *(_line(posting) for posting in postings)]
    answer = csv_file(rows, name=f"plasser-{today().isoformat()}", for_excel=for_excel)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _area(posting: JobEvent) -> str:
    return area_name(group_of(posting.municipality_number) or NOT_KNOWN)


def _headings() -> list[str]:
    return [
        _("Dato"), _("Hendelse"), _("Type plass"), _("Kommune"), _("Sektor"), _("Sertifisert"), _("Antall stillinger"),
    ]  # fmt: skip


def _line(posting: JobEvent) -> list[str | int]:
    return [
        posting.occurred_on.isoformat(),
        label(posting.kind),
        label(posting.opening_kind),
        _area(posting),
        label(posting.sector),
        _("Ja") if posting.certified else _("Nei"),
        posting.positions,
    ]
