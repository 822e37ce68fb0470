"""What the young-worker rules can find."""

from enum import StrEnum


class ShiftCode(StrEnum):
    """Findings about working time. Minutes in the values; `day` is an ISO date or a weekday."""

    too_young = "too_young"  # lowest
    day_limit = "day_limit"  # day, minutes, limit
    week_limit = "week_limit"  # week (its Monday, or "every_week"), minutes, limit
    forbidden_clock = "forbidden_clock"  # day, start, until ("HH:MM")
    night_reason_missing = "night_reason_missing"  # day, start, until
    night_exception_does_not_fit = "night_exception_does_not_fit"  # day, letter
    break_missing = "break_missing"  # day, minutes (of break), at_least
    daily_rest = "daily_rest"  # day, minutes, at_least
    weekly_rest = "weekly_rest"  # day, minutes, at_least


class HazardFindingCode(StrEnum):
    """Findings about dangerous work for people under 18. Value: `hazard`."""

    hazard_forbidden = "hazard_forbidden"
    hazard_only_in_training = "hazard_only_in_training"  # from_age
    hazard_from_age = "hazard_from_age"  # from_age
    hazard_needs_supervision = "hazard_needs_supervision"
    hazard_needs_course = "hazard_needs_course"
