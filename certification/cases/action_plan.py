"""The action plan: what is to be done, who is responsible, and by when."""

import uuid
from dataclasses import dataclass
from datetime import date

from certification.cases.case import Case, editable_case
from certification.cases.tables.answer import ActionItem
from ground import audit
from ground.act import Act
from ground.errors import check_version
from ground.texts import Locale


@dataclass(frozen=True)
class Action:
    """What an action says. `responsible` is a role, not a name."""

    what: str
    responsible: str = ""
    due_on: date | None = None
    criterion_id: str | None = None
    written_in: Locale = Locale.BOKMAAL


def add_action(act: Act, case: Case, *, action: Action) -> ActionItem:
    """Add an action. Raises NotFound (a criterion that does not apply), NotEditable."""
    now = editable_case(act.session, case)
    item = ActionItem(assessment_id=now.assessment.id, created_at=act.now, created_by_id=act.person_id)
    _write(now, item, action)
    act.session.add(item)
    act.session.flush()
    _record(act, now, item, "action.added")
    return item


def change_action(
    act: Act, case: Case, *, action_id: uuid.UUID, action: Action, is_done: bool, expected_version: int
) -> ActionItem:
    """Change an action. Raises NotFound (also for a criterion that does not apply), NotEditable, EditedMeanwhile."""
    now = editable_case(act.session, case)
    item = now.action(action_id)
    check_version(item.version, expected_version)
    _write(now, item, action)
    item.done_at = (item.done_at or act.now) if is_done else None
    act.session.flush()
    _record(act, now, item, "action.changed")
    return item


def remove_action(act: Act, case: Case, *, action_id: uuid.UUID) -> None:
    """Take an action out of the plan. Raises NotFound, NotEditable."""
    now = editable_case(act.session, case)
    item = now.action(action_id)
    _record(act, now, item, "action.removed")
    act.session.delete(item)
    act.session.flush()


def _write(case: Case, item: ActionItem, action: Action) -> None:
    if action.criterion_id is not None:
        case.criterion(action.criterion_id)
    item.what, item.responsible = action.what.strip(), action.responsible.strip()
    item.due_on, item.criterion_id = action.due_on, action.criterion_id
    item.written_in = action.written_in


def _record(act: Act, case: Case, item: ActionItem, what: str) -> None:
    audit.record(act, action=what, subject=item, organisation_id=case.assessment.organisation_id)
