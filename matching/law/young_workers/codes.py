"""What the young-worker rules can find."""

from enum import StrEnum


class ShiftCode(StrEnum):
    """Findings about working time. Minutes in the values; `day` is an ISO date or a weekday."""

    TOO_YOUNG = "too_young"  # lowest
    DAY_LIMIT = "day_limit"  # day, minutes, limit
    WEEK_LIMIT = "week_limit"  # week (its Monday, or "every_week"), minutes, limit
    FORBIDDEN_CLOCK = "forbidden_clock"  # day, start, until ("HH:MM")
    NIGHT_REASON_MISSING = "night_reason_missing"  # day, start, until
    NIGHT_EXCEPTION_DOES_NOT_FIT = "night_exception_does_not_fit"  # day, letter
    BREAK_MISSING = "break_missing"  # day, minutes (of break), at_least
    DAILY_REST = "daily_rest"  # day, minutes, at_least
    WEEKLY_REST = "weekly_rest"  # day, minutes, at_least


class HazardFindingCode(StrEnum):
    """Findings about dangerous work for people under 18. Value: `hazard`."""

    HAZARD_FORBIDDEN = "hazard_forbidden"
    HAZARD_ONLY_IN_TRAINING = "hazard_only_in_training"  # from_age
    HAZARD_FROM_AGE = "hazard_from_age"  # from_age
    HAZARD_NEEDS_SUPERVISION = "hazard_needs_supervision"
    HAZARD_NEEDS_COURSE = "hazard_needs_course"
