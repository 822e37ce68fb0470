"""What several rules need to know of an opening, taken from its row."""

from matching.catalogue.occupations import area_of
from matching.law.age_gates import age_gates
from matching.law.young_workers import NightGround, Shift
from matching.records.tables.opening import Opening


def shifts_of(opening: Opening) -> tuple[Shift, ...]:
    """The weekly shifts, with the reason for night work and the employer whose hours they are."""
    night = NightGround(opening.night_reason, opening.night_exception, opening.kind, area_of(opening.styrk_code or ""))
    return tuple(
        Shift(
            row.weekday,
            row.starts_at,
            row.ends_at,
            row.break_minutes,
            employer=str(opening.organisation_id),
            night=night,
        )
        for row in opening.shifts
    )


def must_have(opening: Opening) -> frozenset[str]:
    """The known skills that must be there on day one."""
    return frozenset(row.skill_code for row in opening.requirements if row.skill_code and not row.learnable)


def can_learn(opening: Opening) -> frozenset[str]:
    """The known skills that can be learnt at the place."""
    return frozenset(row.skill_code for row in opening.requirements if row.skill_code and row.learnable)


def supervised_gates(opening: Opening) -> frozenset[str]:
    """Tasks with a lower age that is lifted because somebody old enough is beside, every day."""
    if not opening.supervised:
        return frozenset()
    lifted = {code for code, gate in age_gates().items() if gate.supervised_by is not None}
    return frozenset(lifted.intersection(opening.age_gates))


def minutes(hours: float | None) -> int | None:
    """Hours as minutes."""
    return None if hours is None else round(hours * 60)
