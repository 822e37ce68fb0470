"""The open data on progress: the same figures as the page, from the same computation."""

from typing import Any

from flask import jsonify
from werkzeug.wrappers import Response

from app.kernel.access import everyone
from app.kernel.addresses import full_address
from app.kernel.audiences import api as pages
from app.kernel.csv_files import csv_file
from app.progress.current import current_progress
from app.progress.groups import Group, kind_groups, municipality_groups
from matching.progress.figures import Progress
from matching.progress.rules.counting import Ladder

HEADINGS = ("measure", "group", "code", "name", "value", "of", "as_of")
Row = tuple[str, str, str, str, int | None, int | None, str]


@pages.get("/fremdrift", access=everyone("take the figures as open data"))
def progress() -> Response:
    """The figures as JSON. What is hidden for privacy is null."""
    figures = current_progress()
    return _open(
        jsonify(
            goal=figures.goal,
            programme_start=figures.programme_start.isoformat(),
            as_of=figures.as_of.isoformat(),
            definition=full_address("public.progress_page", anchor="slik-teller-vi"),
            jobs=_ladder(figures.jobs),
            lasting=[
                {"weeks": one.weeks, "lasted": one.lasted, "due": one.due, "percent": one.percent}
                for one in figures.lasting
            ],
            unpaid_training={"started": figures.training.started},
            closed_month=figures.closed_month_end.isoformat(),
            started_by_municipality=_table(municipality_groups(figures), figures.by_municipality.total),
            started_by_kind=_table(kind_groups(figures), figures.by_kind.total),
            started_by_month=[
                {"month_end": point.month_end.isoformat(), "started": point.started} for point in figures.by_month
            ],
        )
    )


@pages.get("/fremdrift.csv", access=everyone("take the figures as open data"))
def progress_csv() -> Response:
    """The same figures as one long table. What is hidden is empty."""
    return _file(for_excel=False)


@pages.get("/fremdrift-excel.csv", access=everyone("take the figures as open data"))
def progress_excel() -> Response:
    """The same table, as Excel opens it."""
    return _file(for_excel=True)


def _file(*, for_excel: bool) -> Response:
    figures = current_progress()
    name = f"fremdrift-{figures.as_of.isoformat()}"
    return _open(csv_file([HEADINGS, *_rows(figures)], name=name, for_excel=for_excel))


def _rows(figures: Progress) -> list[Row]:
    today, closed = figures.as_of.isoformat(), figures.closed_month_end.isoformat()
    jobs = _ladder(figures.jobs)
    rows: list[Row] = [(step, "county", "", "", count, None, today) for step, count in jobs.items()]
    rows += [(f"lasted_{one.weeks}_weeks", "county", "", "", one.lasted, one.due, today) for one in figures.lasting]
    rows.append(("unpaid_training_started", "county", "", "", figures.training.started, None, today))
    for name, groups in (("municipality", municipality_groups(figures)), ("kind", kind_groups(figures))):
        rows += [("started", name, group.code, group.name, group.started, None, closed) for group in groups]
    rows += [
        ("started", "month", "", "", point.started, None, point.month_end.isoformat()) for point in figures.by_month
    ]
    return rows


def _ladder(ladder: Ladder) -> dict[str, int]:
    return {
        "pledged": ladder.pledged,
        "posted": ladder.posted,
        "agreed": ladder.agreed,
        "started": ladder.started,
    }


def _table(groups: list[Group], total: int | None) -> dict[str, Any]:
    return {
        "groups": [{"code": group.code, "name": group.name, "started": group.started} for group in groups],
        "total": total,
    }


def _open(answer: Response) -> Response:
    """Any page in any browser may read it."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
