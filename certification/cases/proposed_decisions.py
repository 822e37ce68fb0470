"""A decision that one person has proposed: what is written down of it, and how it comes to nothing."""

from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from ground import audit
from ground.act import Act


def turn_down(act: Act, assessment: Assessment, decision: Decision, *, reason: str) -> None:
    """The proposal comes to nothing, whoever ended it. Whether they may, and that there is a reason, is checked."""
    decision.refused_at, decision.refused_by_id, decision.refusal_reason = act.now, act.person_id, reason.strip()
    act.session.flush()
    write_down(act, assessment, decision, "decision.refused", reason=reason.strip())


def write_down(act: Act, assessment: Assessment, decision: Decision, action: str, *, reason: str = "") -> None:
    """One line of the audit log on a decision: what was done with it, and who proposed it."""
    audit.record(
        act,
        action=action,
        subject=decision,
        organisation_id=assessment.organisation_id,
        reason=reason,
        outcome=decision.outcome.value,
        first=str(decision.first_decider_id),
    )
