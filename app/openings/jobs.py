"""Openings and the calendar: expire what has passed its last day, warn of what soon will."""

from app.kernel.context import today
from app.kernel.database import own_transaction
from app.kernel.jobs import one_by_one
from matching.openings import expiry as opening_expiry


def expire_openings() -> int:
    """Take away the openings whose last day has passed. Returns how many."""
    with own_transaction() as short:
        passed = opening_expiry.passed(short, today=today())
    return one_by_one("expire_openings", passed, opening_expiry.expire)


def warn_of_expiring_openings() -> int:
    """Tell employers of openings with a week or less left, once each. Returns the number of mails."""
    with own_transaction() as short:
        soon = opening_expiry.soon_over(short, today=today())
    return one_by_one("warn_of_expiring_openings", soon, opening_expiry.warn_of_expiry)
