"""What the calendar asks of people around placements: starts to confirm, talks to hold. Once for each."""

import uuid

from ground.act import Act
from matching.placements import telling
from matching.placements.mails import PlacementMail
from matching.records.tables.placement import FollowUp, Placement


def remind_of_talk(act: Act, follow_up_id: uuid.UUID) -> int:
    """One reminder to the coordinator of a talk that is due today or overdue. Returns how many were new.

    A talk that is planned anew, since the start was taken back, is reminded of on its new day.
    """
    follow_up = act.session.get_one(FollowUp, follow_up_id)
    coordinator = follow_up.placement.coordinator
    anew = f"-{follow_up.due_on}" if follow_up.placement.undone_at else ""
    return telling.tell_counsellor(
        act,
        coordinator,
        PlacementMail.FOLLOW_UP_DUE,
        once_key=f"follow-up-{follow_up.id}-{coordinator.id}{anew}",
        placement_id=follow_up.placement_id,
    )


def remind_of_start(act: Act, placement_id: uuid.UUID) -> int:
    """One reminder to employer and coordinator when the agreed first day has come. Returns how many were new."""
    placement = act.session.get_one(Placement, placement_id)
    key = f"start-{placement.id}-{placement.agreement.starts_on}"
    sent = telling.tell_employer(act, placement, PlacementMail.START_TO_CONFIRM, once_key=key)
    return sent + telling.tell_counsellor(
        act,
        placement.coordinator,
        PlacementMail.START_TO_CONFIRM,
        once_key=f"{key}-{placement.coordinator_id}",
        placement_id=placement.id,
    )
