"""The one way a case goes from state to state."""

from typing import Any

from certification.cases.rules.transitions import check_transition
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from ground import audit
from ground.act import Act


def move(
    act: Act,
    assessment: Assessment,
    to_state: AssessmentState,
    *,
    reason: str = "",
    **details: Any,
) -> None:
    """Move a case and write it down. Raises TransitionNotAllowed."""
    before = assessment.state
    check_transition(before, to_state)
    assessment.state = to_state
    act.session.flush()
    audit.record(
        act,
        action=f"assessment.{to_state.value}",
        subject=assessment,
        organisation_id=assessment.organisation_id,
        reason=reason,
        before=before.value,
        **details,
    )
