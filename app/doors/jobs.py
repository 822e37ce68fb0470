"""Forgetting, by the clock, what opens nothing any more."""

from app.kernel.jobs import one_by_one
from matching.doors.links import forget_links


def forget_old_doors() -> None:
    """Remove links that ran out long ago."""
    one_by_one("forget_old_doors", (forget_links,), lambda act, do: do(act))
