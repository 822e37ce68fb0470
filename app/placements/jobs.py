"""Reminding people of what the calendar asks around placements: starts to confirm, talks to hold."""

from app.kernel.context import now
from app.kernel.database import own_transaction
from ground.act import Act
from matching.placements import reminders


def remind_of_follow_ups() -> int:
    """Put reminders of starts and talks in the outbox, once for each. Returns how many were new."""
    with own_transaction() as short:
        starts = reminders.remind_of_starts(Act(short, None, now()))
        return starts + reminders.remind_of_talks(Act(short, None, now()))
