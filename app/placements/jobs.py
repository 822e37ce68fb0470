"""Reminding people of what the calendar asks around placements: starts to confirm, talks to hold."""

from app.kernel.context import today
from app.kernel.database import own_transaction
from app.kernel.jobs import one_by_one
from matching.placements import reminders
from matching.records.queries.placements import starts_to_confirm, talks_due


def remind_of_follow_ups() -> int:
    """Put reminders of starts and talks in the outbox, once for each. Returns how many were new."""
    with own_transaction() as short:
        starts = [placement.id for placement in starts_to_confirm(short, today=today())]
        talks = [follow_up.id for follow_up in talks_due(short, until=today())]
    reminded = one_by_one("remind_of_follow_ups", starts, reminders.remind_of_start)
    return reminded + one_by_one("remind_of_follow_ups", talks, reminders.remind_of_talk)
