"""What the county's overview says of the jobs."""

from app.kernel.cards import CountyView, OverviewCard
from app.kernel.translate import _
from app.progress.current import current_progress


def jobs_card(_view: CountyView) -> OverviewCard:
    """How far the 1000 jobs have come."""
    figures = current_progress()
    text = _("%(n)s av %(goal)s jobber har begynt.", n=figures.jobs.started, goal=figures.goal)
    return OverviewCard(_("Jobbene"), text)
