"""The action plan: what is to be done, who is responsible, and by when."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from certification.cases.case import editable, read_case
from certification.cases.tables.answer import ActionItem
from ground import audit
from ground.errors import EditedMeanwhile, existing


@dataclass(frozen=True)
class Action:
    """What an action says. `responsible` is a role, not a name."""

    what: str
    responsible: str = ""
    due_on: date | None = None
    criterion_id: str | None = None


def add_action(
    session: Session, *, assessment_id: uuid.UUID, action: Action, actor_id: uuid.UUID, now: datetime
) -> ActionItem:
    """Add an action. Raises NotFound (also for a criterion that does not apply), NotEditable."""
    assessment = editable(session, assessment_id)
    item = ActionItem(assessment_id=assessment.id, created_at=now, created_by_id=actor_id)
    _write(session, item, action)
    session.add(item)
    session.flush()
    _record(session, item, "action.added", assessment.organisation_id, actor_id, now)
    return item


def change_action(
    session: Session,
    *,
    action_id: uuid.UUID,
    action: Action,
    is_done: bool,
    expected_version: int,
    actor_id: uuid.UUID,
    now: datetime,
) -> ActionItem:
    """Change an action. Raises NotFound, NotEditable, EditedMeanwhile."""
    item = action_by_id(session, action_id)
    assessment = editable(session, item.assessment_id)
    if item.version != expected_version:
        raise EditedMeanwhile
    _write(session, item, action)
    item.done_at = (item.done_at or now) if is_done else None
    session.flush()
    _record(session, item, "action.changed", assessment.organisation_id, actor_id, now)
    return item


def remove_action(session: Session, *, action_id: uuid.UUID, actor_id: uuid.UUID, now: datetime) -> None:
    """Take an action out of the plan. Raises NotFound, NotEditable."""
    item = action_by_id(session, action_id)
    assessment = editable(session, item.assessment_id)
    _record(session, item, "action.removed", assessment.organisation_id, actor_id, now)
    session.delete(item)
    session.flush()


def action_by_id(session: Session, action_id: uuid.UUID) -> ActionItem:
    """One action. Raises NotFound."""
    return existing(session.get(ActionItem, action_id))


def _write(session: Session, item: ActionItem, action: Action) -> None:
    if action.criterion_id is not None:
        read_case(session, editable(session, item.assessment_id)).criterion(action.criterion_id)
    item.what, item.responsible = action.what.strip(), action.responsible.strip()
    item.due_on, item.criterion_id = action.due_on, action.criterion_id


def _record(
    session: Session,
    item: ActionItem,
    what: str,
    organisation_id: uuid.UUID,
    actor_id: uuid.UUID,
    now: datetime,
) -> None:
    audit.record(session, action=what, subject=item, actor_id=actor_id, now=now, organisation_id=organisation_id)
