"""What the calendar asks of people around placements: starts to confirm, talks to hold. Once for each."""

from ground.act import Act
from matching.placements import telling
from matching.placements.mails import PlacementMail
from matching.records.queries.placements import starts_to_confirm, talks_due
from matching.records.tables.placement import Placement


def remind_of_talks(act: Act) -> int:
    """One reminder to the coordinator for each talk that is due today or overdue. Returns how many were new."""
    sent = 0
    for follow_up in talks_due(act.session, until=act.today):
        coordinator = follow_up.placement.coordinator
        sent += telling.tell_counsellor(
            act,
            coordinator,
            PlacementMail.FOLLOW_UP_DUE,
            once_key=f"follow-up-{follow_up.id}-{coordinator.id}",
            placement_id=follow_up.placement_id,
        )
    return sent


def remind_of_starts(act: Act) -> int:
    """One reminder to employer and coordinator when the agreed first day has come. Returns how many were new."""
    return sum(_remind_of_start(act, placement) for placement in starts_to_confirm(act.session, today=act.today))


def _remind_of_start(act: Act, placement: Placement) -> int:
    key = f"start-{placement.id}-{placement.agreement.starts_on}"
    sent = telling.tell_employer(act, placement, PlacementMail.START_TO_CONFIRM, once_key=key)
    return sent + telling.tell_counsellor(
        act,
        placement.coordinator,
        PlacementMail.START_TO_CONFIRM,
        once_key=f"{key}-{placement.coordinator_id}",
        placement_id=placement.id,
    )
