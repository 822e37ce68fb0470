"""The action plan: what is to be done, who is responsible, and by when."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from certification.cases.case import editable, read_case
from certification.cases.tables.answer import ActionItem
from ground import audit
from ground.act import Act
from ground.errors import check_version, existing


@dataclass(frozen=True)
class Action:
    """What an action says. `responsible` is a role, not a name."""

    what: str
    responsible: str = ""
    due_on: date | None = None
    criterion_id: str | None = None


def add_action(act: Act, *, assessment_id: uuid.UUID, action: Action) -> ActionItem:
    """Add an action. Raises NotFound (also for a criterion that does not apply), NotEditable."""
    assessment = editable(act.session, assessment_id)
    item = ActionItem(assessment_id=assessment.id, created_at=act.now, created_by_id=act.person_id)
    _write(act.session, item, action)
    act.session.add(item)
    act.session.flush()
    _record(act, item, "action.added", assessment.organisation_id)
    return item


def change_action(
    act: Act, *, action_id: uuid.UUID, action: Action, is_done: bool, expected_version: int
) -> ActionItem:
    """Change an action. Raises NotFound, NotEditable, EditedMeanwhile."""
    item = action_by_id(act.session, action_id)
    assessment = editable(act.session, item.assessment_id)
    check_version(item.version, expected_version)
    _write(act.session, item, action)
    item.done_at = (item.done_at or act.now) if is_done else None
    act.session.flush()
    _record(act, item, "action.changed", assessment.organisation_id)
    return item


def remove_action(act: Act, *, action_id: uuid.UUID) -> None:
    """Take an action out of the plan. Raises NotFound, NotEditable."""
    item = action_by_id(act.session, action_id)
    assessment = editable(act.session, item.assessment_id)
    _record(act, item, "action.removed", assessment.organisation_id)
    act.session.delete(item)
    act.session.flush()


def action_by_id(session: Session, action_id: uuid.UUID) -> ActionItem:
    """One action. Raises NotFound."""
    return existing(session.get(ActionItem, action_id))


def _write(session: Session, item: ActionItem, action: Action) -> None:
    if action.criterion_id is not None:
        read_case(session, editable(session, item.assessment_id)).criterion(action.criterion_id)
    item.what, item.responsible = action.what.strip(), action.responsible.strip()
    item.due_on, item.criterion_id = action.due_on, action.criterion_id


def _record(act: Act, item: ActionItem, what: str, organisation_id: uuid.UUID) -> None:
    audit.record(act, action=what, subject=item, organisation_id=organisation_id)
