"""Openings and the calendar: expire what has passed its last day, warn of what soon will."""

from app.kernel.context import now
from app.kernel.database import own_transaction
from ground.act import Act
from matching.openings import expiry as opening_expiry


def expire_openings() -> int:
    """Take away the openings whose last day has passed. Returns how many."""
    with own_transaction() as short:
        return opening_expiry.expire_passed(Act(short, None, now()))


def warn_of_expiring_openings() -> int:
    """Tell employers of openings with a week or less left, once each. Returns the number of mails."""
    with own_transaction() as short:
        return opening_expiry.warn_of_expiry(Act(short, None, now()))
