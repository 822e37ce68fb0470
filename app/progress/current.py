"""The figures of this moment: one computation for every page and file that shows them."""

from app.kernel.context import now, settings, today
from app.kernel.database import session
from matching.progress.figures import Progress, progress


def current_progress() -> Progress:
    """The figures as they stand now."""
    return progress(
        session(),
        goal=settings().jobs_goal,
        programme_start=settings().programme_start,
        today=today(),
        now=now(),
    )
