"""Who belongs to the network, and who may take part in its gatherings (product.md B)."""

from dataclasses import dataclass
from datetime import date, datetime

from certification.network.types import GatheringState, Participation, SignUpRefusal


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringFacts:
    """What decides where a gathering stands; `capacity` None is room for all who want to come."""

    starts_at: datetime
    ends_at: datetime
    published_at: datetime | None = None
    cancelled_at: datetime | None = None
    capacity: int | None = None


def participation(
    *, certified: bool, has_open_assessment: bool, underveis_until: date | None, today: date
) -> Participation | None:
    """How an organisation takes part today; None is not at all.

    Membership follows from a certificate that counts and ends with it. Those who have a case under way, or are at
    the level Underveis (`underveis_until` is its last day), are guests.
    """
    if certified:
        return Participation.MEMBER
    if has_open_assessment or (underveis_until is not None and today <= underveis_until):
        return Participation.GUEST
    return None


def state_of(facts: GatheringFacts, now: datetime) -> GatheringState:
    """Where a gathering stands now."""
    if facts.cancelled_at is not None:
        return GatheringState.CANCELLED
    if facts.published_at is None:
        return GatheringState.DRAFT
    if now >= facts.ends_at:
        return GatheringState.OVER
    return GatheringState.BEGUN if now >= facts.starts_at else GatheringState.UPCOMING


def free_seats(facts: GatheringFacts, taken: int) -> int | None:
    """How many more there is room for; None is as many as want to."""
    return None if facts.capacity is None else max(0, facts.capacity - taken)


def refusal_of_sign_up(
    facts: GatheringFacts, *, taking_part_as: Participation | None, taken: int, now: datetime
) -> SignUpRefusal | None:
    """Why nobody from this organisation can sign up now; None when they can. `taken` counts those who are coming."""
    if state_of(facts, now) is not GatheringState.UPCOMING:
        return SignUpRefusal.NOT_OPEN
    if taking_part_as is None:
        return SignUpRefusal.OUTSIDE_NETWORK
    if free_seats(facts, taken) == 0:
        return SignUpRefusal.FULL
    return None
