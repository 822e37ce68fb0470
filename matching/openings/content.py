"""What people write in an opening, as one value that goes in from a form and comes out for the next one."""

import uuid
from dataclasses import dataclass, fields
from datetime import date, time

from ground.texts import Locale
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, NightException
from matching.records.tables.opening import Opening, OpeningAdaptation, OpeningRequirement, OpeningShift, OpeningTask


@dataclass(frozen=True)
class Requirement:
    """A known skill (its code) or the employer's own words: one of the two, never both."""

    skill_code: str | None = None
    text: str = ""
    learnable: bool = False


@dataclass(frozen=True)
class WeeklyShift:
    """A shift that comes every week."""

    weekday: Weekday
    starts_at: time
    ends_at: time
    break_minutes: int = 0


@dataclass(frozen=True)
class OpeningContent:
    """Everything that a person can write in an opening. Field names are those of the table."""

    kind: OpeningKind
    workplace_id: uuid.UUID
    written_in: Locale = Locale.BOKMAAL
    title: str = ""
    summary: str = ""
    styrk_code: str | None = None
    pay: str = ""
    hours_per_week_min: float | None = None
    hours_per_week_max: float | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    expires_on: date | None = None
    positions: int = 1
    age_gates: frozenset[str] = frozenset()
    supervised: bool = False
    hazards: frozenset[HazardCode | str] = frozenset()
    night_exception: NightException | None = None
    night_reason: str = ""
    police_certificate: PoliceCertificateBasis | None = None
    mentor_name: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    how_to_apply: str = ""
    application_url: str = ""
    measure7_category: TaskCategory | None = None
    training_company_status: TrainingCompanyStatus = TrainingCompanyStatus.NONE
    tasks: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    shifts: tuple[WeeklyShift, ...] = ()
    adaptations: frozenset[Adaptation] = frozenset()


_SETS = {"age_gates", "hazards"}
_ROWS = {"tasks", "requirements", "shifts", "adaptations"}
_COLUMNS = tuple(field.name for field in fields(OpeningContent) if field.name not in _SETS | _ROWS)


def content_of(opening: Opening) -> OpeningContent:
    """What the opening says now."""
    return OpeningContent(
        **{name: getattr(opening, name) for name in _COLUMNS},
        age_gates=frozenset(opening.age_gates),
        hazards=frozenset(opening.hazards),
        tasks=tuple(task.text for task in opening.tasks),
        requirements=tuple(Requirement(row.skill_code, row.text, row.learnable) for row in opening.requirements),
        shifts=tuple(WeeklyShift(row.weekday, row.starts_at, row.ends_at, row.break_minutes) for row in opening.shifts),
        adaptations=opening.adaptations,
    )


def write_content(opening: Opening, content: OpeningContent) -> None:
    """Write the content into the opening, rows in the given order; rows are written only if they differ."""
    before = content_of(opening)
    for name in _COLUMNS:
        setattr(opening, name, getattr(content, name))
    opening.age_gates = sorted(content.age_gates)
    opening.hazards = sorted(content.hazards)
    if content.tasks != before.tasks:
        opening.tasks = [OpeningTask(position=n, text=text) for n, text in enumerate(content.tasks)]
    if content.requirements != before.requirements:
        opening.requirements = [
            OpeningRequirement(position=n, skill_code=one.skill_code, text=one.text, learnable=one.learnable)
            for n, one in enumerate(content.requirements)
        ]
    if content.shifts != before.shifts:
        opening.shifts = [_shift_row(n, shift) for n, shift in enumerate(content.shifts)]
    _write_adaptations(opening, content.adaptations)


def _shift_row(position: int, shift: WeeklyShift) -> OpeningShift:
    return OpeningShift(
        position=position,
        weekday=shift.weekday,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        break_minutes=shift.break_minutes,
    )


def _write_adaptations(opening: Opening, wanted: frozenset[Adaptation]) -> None:
    kept = [row for row in opening.adaptation_rows if row.adaptation in wanted]
    have = {row.adaptation for row in kept}
    opening.adaptation_rows = [
        *kept,
        *(OpeningAdaptation(adaptation=one) for one in sorted(wanted - have)),
    ]
