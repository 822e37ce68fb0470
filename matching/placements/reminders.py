"""What the calendar asks of people around placements: starts to confirm, talks to hold. Once for each."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from matching.placements import telling
from matching.placements.mails import PlacementMail
from matching.records.queries.placements import starts_to_confirm, talks_due
from matching.records.tables.placement import Placement


def remind_of_talks(session: Session, *, today: date, now: datetime) -> int:
    """One reminder to the coordinator for each talk that is due today or overdue. Returns how many were new."""
    sent = 0
    for follow_up in talks_due(session, until=today):
        coordinator = follow_up.placement.coordinator
        sent += telling.tell_counsellor(
            session,
            coordinator,
            PlacementMail.FOLLOW_UP_DUE,
            now,
            once_key=f"follow-up-{follow_up.id}-{coordinator.id}",
            placement_id=follow_up.placement_id,
        )
    return sent


def remind_of_starts(session: Session, *, today: date, now: datetime) -> int:
    """One reminder to employer and coordinator when the agreed first day has come. Returns how many were new."""
    return sum(_remind_of_start(session, placement, now) for placement in starts_to_confirm(session, today=today))


def _remind_of_start(session: Session, placement: Placement, now: datetime) -> int:
    key = f"start-{placement.id}-{placement.agreement.starts_on}"
    sent = telling.tell_employer(session, placement, PlacementMail.START_TO_CONFIRM, now, once_key=key)
    return sent + telling.tell_counsellor(
        session,
        placement.coordinator,
        PlacementMail.START_TO_CONFIRM,
        now,
        once_key=f"{key}-{placement.coordinator_id}",
        placement_id=placement.id,
    )
