"""The figures of this moment: one computation for every page and file that shows them."""

from app.kernel.context import now, settings, today
from app.kernel.database import session
from matching.progress.figures import Progress, closed_month, progress
from matching.progress.rules.jobs import Moment


def current_progress() -> Progress:
    """The figures as they stand now."""
    return progress(
        session(),
        goal=settings().jobs_goal,
        programme_start=settings().programme_start,
        today=today(),
        now=now(),
    )


def live_moment() -> Moment:
    """The moment of the county's live figures."""
    return Moment(settings().programme_start, today(), now())


def closed_moment() -> Moment:
    """The moment of the published tables."""
    return closed_month(settings().programme_start, today())
