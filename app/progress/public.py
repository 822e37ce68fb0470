"""The public progress page: live for the county, by municipality and kind as of the last closed month."""

from flask import render_template

from app.kernel.access import everyone
from app.kernel.audiences import public as pages
from app.kernel.context import settings
from app.kernel.pictures.curve import Goal, curve
from app.progress.current import current_progress
from app.progress.definition import CHANGES, TERMS, VALID_FROM
from app.progress.groups import kind_groups, ladder_name, municipality_groups
from app.words.filters import label, written_month
from matching.progress.rules.pace import pace
from matching.progress.types import Figure

__all__ = ["current_progress", "progress_page"]


@pages.get("/fremdrift", access=everyone("see how far the 1000 jobs have come"))
def progress_page() -> str:
    """The figures, their definition beside them."""
    figures, end = current_progress(), settings().programme_end
    by_month = [(point.month_end, point.started) for point in figures.by_month]
    return render_template(
        "progress/public.html",
        progress=figures,
        chart=curve(by_month, Goal(figures.goal, end) if end else None),
        pace=pace(by_month, goal=figures.goal, by=end) if end else None,
        programme_end=end,
        months=[[written_month(point.month_end), point.started] for point in reversed(figures.by_month)],
        by_municipality=municipality_groups(figures),
        by_kind=kind_groups(figures),
        terms=TERMS,
        figures=Figure,
        valid_from=VALID_FROM,
        changes=CHANGES,
        corrections=[
            [written_month(one.month), ladder_name(paid=one.paid), label(one.because), one.number]
            for one in figures.corrections
        ],
    )
