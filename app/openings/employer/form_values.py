"""Between the form for an opening and its content: what is typed goes in, what is kept comes out."""

import uuid
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from app.openings.employer.choices import skill_code_of
from app.openings.employer.form import OpeningFields
from app.words.catalogue import skill_name
from ground.words import known
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, NightException
from matching.openings.content import OpeningContent, Requirement, WeeklyShift, content_of
from matching.records.tables.opening import Opening

E = TypeVar("E", bound=StrEnum)

AS_TYPED = (
    "title",
    "summary",
    "pay",
    "hours_per_week_min",
    "hours_per_week_max",
    "starts_on",
    "ends_on",
    "expires_on",
    "positions",
    "supervised",
    "night_reason",
    "mentor_name",
    "contact_name",
    "contact_email",
    "contact_phone",
    "how_to_apply",
    "application_url",
)
"""Fields whose value is the same in form and content."""


def content_from(form: OpeningFields, existing: Opening | None = None) -> OpeningContent:
    """What has been typed. Fields that the form does not show keep what the opening says."""
    return OpeningContent(
        kind=OpeningKind(form.kind.data) if form.kind else _of(existing).kind,
        workplace_id=uuid.UUID(form.workplace_id.data) if form.workplace_id else _of(existing).workplace_id,
        **{name: form[name].data for name in AS_TYPED},
        written_in=form.language(),
        styrk_code=form.styrk_code.data or None,
        age_gates=frozenset(form.age_gates.data or ()),
        hazards=frozenset(known(HazardCode, code) for code in form.hazards.data or ()),
        night_exception=_chosen(NightException, form.night_exception),
        police_certificate=_chosen(PoliceCertificateBasis, form.police_certificate),
        measure7_category=_chosen(TaskCategory, form.measure7_category),
        training_company_status=TrainingCompanyStatus(form.training_company_status.data),
        tasks=tuple(row.data for row in form.tasks if row.data),
        requirements=(*_requirements(form.must_have, False), *_requirements(form.can_learn, True)),
        shifts=tuple(shift for row in form.shifts for shift in _shifts(row.form)),
        adaptations=frozenset(Adaptation(one) for one in form.adaptations.data or ()),
    )


def values_of(opening: Opening) -> dict[str, Any]:
    """What the form shows for an opening that exists."""
    content = content_of(opening)
    return {
        "version": opening.version,
        **{name: getattr(content, name) for name in AS_TYPED},
        "written_in": content.written_in.value,
        "kind": content.kind.value,
        "workplace_id": str(content.workplace_id),
        "styrk_code": content.styrk_code or "",
        "age_gates": sorted(content.age_gates),
        "hazards": sorted(content.hazards),
        "night_exception": content.night_exception or "",
        "police_certificate": content.police_certificate or "",
        "measure7_category": content.measure7_category or "",
        "training_company_status": content.training_company_status.value,
        "tasks": [*content.tasks],
        "must_have": [_as_typed(one) for one in content.requirements if not one.learnable],
        "can_learn": [_as_typed(one) for one in content.requirements if one.learnable],
        "shifts": _shift_rows(content.shifts),
        "adaptations": sorted(content.adaptations),
    }


def _of(existing: Opening | None) -> Opening:
    if existing is None:
        raise ValueError("a new opening needs kind and workplace in its form")
    return existing


def _chosen(kind: type[E], field: Any) -> E | None:
    return kind(field.data) if field and field.data else None


def _requirements(rows: Any, learnable: bool) -> list[Requirement]:
    found = []
    for typed in dict.fromkeys(row.data for row in rows if row.data):
        code = skill_code_of(typed)
        found.append(Requirement(code, "" if code else typed, learnable))
    return found


def _as_typed(requirement: Requirement) -> str:
    return skill_name(requirement.skill_code) if requirement.skill_code else requirement.text


def _shifts(row: Any) -> list[WeeklyShift]:
    if row.is_empty:
        return []
    return [
        WeeklyShift(Weekday(day), row.starts_at.data, row.ends_at.data, row.break_minutes.data or 0)
        for day in row.days.data
    ]


def _shift_rows(shifts: tuple[WeeklyShift, ...]) -> list[dict[str, Any]]:
    """Days with the same hours in one row."""

    def hours(shift: WeeklyShift) -> tuple[Any, ...]:
        return (shift.starts_at, shift.ends_at, shift.break_minutes)

    return [
        {
            "days": [shift.weekday.value for shift in group],
            "starts_at": starts_at,
            "ends_at": ends_at,
            "break_minutes": break_minutes,
        }
        for (starts_at, ends_at, break_minutes), group in groupby(sorted(shifts, key=hours), key=hours)
    ]
