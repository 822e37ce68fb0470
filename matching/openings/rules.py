"""What must be true before an opening can be published, answered field by field."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ground.dates import last_day_within
from ground.findings import Finding, block, warn
from matching.catalogue.choices import TaskCategory, TrainingCompanyStatus
from matching.catalogue.kinds import OpeningKind
from matching.law.nav_schemes import nav_schemes
from matching.law.types import WorkerBand
from matching.law.young_workers import Shift, check_shifts
from matching.law.young_workers.rules import young_worker_rules


class OpeningCode(StrEnum):
    """What an opening can lack. Each finding names its field."""

    TITLE_MISSING = "title_missing"
    EMPLOYER_NOT_CONFIRMED = "employer_not_confirmed"
    WORKPLACE_MISSING = "workplace_missing"
    WORKPLACE_INACTIVE = "workplace_inactive"
    TASKS_MISSING = "tasks_missing"
    MUST_AND_LEARN_OVERLAP = "must_and_learn_overlap"  # skill
    CONTACT_MISSING = "contact_missing"
    POSITIONS_TOO_FEW = "positions_too_few"
    HOURS_MISSING = "hours_missing"
    HOURS_UPSIDE_DOWN = "hours_upside_down"
    HOURS_ABOVE_NORMAL_WEEK = "hours_above_normal_week"  # limit (minutes)
    SHIFTS_AGAINST_LAW = "shifts_against_law"  # finding (a ShiftCode), and its values
    TRAINING_COMPANY_NEEDED = "training_company_needed"
    TRAINING_COMPANY_APPLYING = "training_company_applying"
    TRAINING_COMPANY_LIMITED = "training_company_limited"
    TASK_CATEGORY_MISSING = "task_category_missing"
    POSITIONS_MANY = "positions_many"  # positions
    SHIFTS_ABOVE_HOURS = "shifts_above_hours"  # worked, hours (minutes a week)
    START_IN_THE_PAST = "start_in_the_past"
    END_MISSING = "end_missing"
    END_BEFORE_START = "end_before_start"
    END_IN_THE_PAST = "end_in_the_past"
    UNPAID_TOO_LONG = "unpaid_too_long"  # months, latest (ISO date)
    APPLY_BY_IN_THE_PAST = "apply_by_in_the_past"


@dataclass(frozen=True)
class OpeningDraft:
    """An opening that somebody wants to publish. Hours in minutes a week; None is not filled in."""

    kind: OpeningKind
    title: str = ""
    employer_confirmed: bool = False
    workplace_active: bool | None = None  # None: no workplace chosen
    public_employer: bool = False
    training_company: TrainingCompanyStatus = TrainingCompanyStatus.NONE
    task_category: TaskCategory | None = None
    tasks: tuple[str, ...] = ()
    must_have: frozenset[str] = frozenset()
    can_learn: frozenset[str] = frozenset()
    has_contact: bool = False
    positions: int = 0
    weekly_minutes_min: int | None = None
    weekly_minutes_max: int | None = None
    shifts: tuple[Shift, ...] = field(default=())
    starts_on: date | None = None
    ends_on: date | None = None
    apply_by: date | None = None


MANY_POSITIONS = 20
"""More than this is asked about once more: every position is counted in public."""


def check_opening(draft: OpeningDraft, today: date) -> tuple[Finding, ...]:
    """Everything that stands in the way of publishing (block), and what deserves a second look (warn)."""
    return tuple(
        _check_basics(draft)
        + _check_content(draft)
        + _check_hours(draft)
        + _check_training_company(draft)
        + _check_dates(draft, today)
    )


def _check_basics(draft: OpeningDraft) -> list[Finding]:
    findings: list[Finding] = []
    if not draft.title.strip():
        findings.append(block(OpeningCode.TITLE_MISSING, "title"))
    if not draft.employer_confirmed:
        findings.append(block(OpeningCode.EMPLOYER_NOT_CONFIRMED))
    if draft.workplace_active is None:
        findings.append(block(OpeningCode.WORKPLACE_MISSING, "workplace"))
    elif not draft.workplace_active:
        findings.append(block(OpeningCode.WORKPLACE_INACTIVE, "workplace"))
    if not draft.has_contact:
        findings.append(block(OpeningCode.CONTACT_MISSING, "contact"))
    if draft.positions < 1:
        findings.append(block(OpeningCode.POSITIONS_TOO_FEW, "positions"))
    if draft.positions > MANY_POSITIONS:
        findings.append(warn(OpeningCode.POSITIONS_MANY, "positions", positions=draft.positions))
    return findings


def _check_content(draft: OpeningDraft) -> list[Finding]:
    """Concrete tasks; day one kept apart from what can be learnt; measure 7's category if public (product, C)."""
    findings: list[Finding] = []
    if not any(task.strip() for task in draft.tasks):
        findings.append(block(OpeningCode.TASKS_MISSING, "tasks"))
    both = sorted(draft.must_have & draft.can_learn)
    findings += [block(OpeningCode.MUST_AND_LEARN_OVERLAP, "can_learn", skill=skill) for skill in both]
    if draft.public_employer and draft.task_category is None:
        findings.append(block(OpeningCode.TASK_CATEGORY_MISSING, "task_category"))
    return findings


def _check_hours(draft: OpeningDraft) -> list[Finding]:
    """Hours and shifts within what an adult may work; a young person's own limits are checked per person."""
    findings: list[Finding] = []
    low, high = draft.weekly_minutes_min, draft.weekly_minutes_max
    normal_week = young_worker_rules().bands[WorkerBand.ADULT].week.limit
    if low is None or high is None or low <= 0:
        findings.append(block(OpeningCode.HOURS_MISSING, "hours"))
    elif low > high:
        findings.append(block(OpeningCode.HOURS_UPSIDE_DOWN, "hours"))
    elif high > normal_week:
        findings.append(block(OpeningCode.HOURS_ABOVE_NORMAL_WEEK, "hours", limit=normal_week))
    worked = sum(shift.worked for shift in draft.shifts)
    if high is not None and worked > high:
        findings.append(warn(OpeningCode.SHIFTS_ABOVE_HOURS, "shifts", worked=worked, hours=int(high)))
    for found in check_shifts(draft.shifts, WorkerBand.ADULT):
        make = block if found.blocks else warn
        findings.append(make(OpeningCode.SHIFTS_AGAINST_LAW, "shifts", finding=found.code.value, **found.params))
    return findings


def _check_training_company(draft: OpeningDraft) -> list[Finding]:
    """Apprentices, lærekandidater and praksisbrev need an approved lærebedrift (opplæringslova; R13)."""
    if not draft.kind.needs_training_contract:
        return []
    status, name = draft.training_company, "training_company"
    if status is TrainingCompanyStatus.NONE:
        return [block(OpeningCode.TRAINING_COMPANY_NEEDED, name)]
    if status is TrainingCompanyStatus.APPLYING:
        return [warn(OpeningCode.TRAINING_COMPANY_APPLYING, name)]
    if status is TrainingCompanyStatus.LIMITED and draft.kind is OpeningKind.APPRENTICE:
        return [warn(OpeningCode.TRAINING_COMPANY_LIMITED, name)]
    return []


def _check_dates(draft: OpeningDraft, today: date) -> list[Finding]:
    findings: list[Finding] = []
    if draft.starts_on is not None and draft.starts_on < today:
        findings.append(warn(OpeningCode.START_IN_THE_PAST, "starts_on"))
    if draft.ends_on is None:
        if draft.kind.ends_by_nature:
            findings.append(block(OpeningCode.END_MISSING, "ends_on"))
    else:
        start = draft.starts_on or today
        if draft.ends_on < start:
            findings.append(block(OpeningCode.END_BEFORE_START, "ends_on"))
        if draft.ends_on < today:
            findings.append(block(OpeningCode.END_IN_THE_PAST, "ends_on"))
        months = nav_schemes().work_training_months
        latest = last_day_within(start, months=months)
        if not draft.kind.paid and draft.ends_on > latest:
            findings.append(block(OpeningCode.UNPAID_TOO_LONG, "ends_on", months=months, latest=latest.isoformat()))
    if draft.apply_by is not None and draft.apply_by < today:
        findings.append(block(OpeningCode.APPLY_BY_IN_THE_PAST, "apply_by"))
    return findings
