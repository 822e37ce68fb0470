"""The one way a case goes from state to state."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from certification.cases.rules.transitions import check_transition
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from ground import audit


def move(
    session: Session,
    assessment: Assessment,
    to_state: AssessmentState,
    *,
    actor_id: uuid.UUID | None,
    now: datetime,
    reason: str = "",
    **details: Any,
) -> None:
    """Move a case and write it down. Raises TransitionNotAllowed."""
    before = assessment.state
    check_transition(before, to_state)
    assessment.state = to_state
    session.flush()
    audit.record(
        session,
        action=f"assessment.{to_state.value}",
        subject=assessment,
        actor_id=actor_id,
        now=now,
        organisation_id=assessment.organisation_id,
        reason=reason,
        before=before.value,
        **details,
    )
