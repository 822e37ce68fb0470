"""The states of a case and the ways between them (certification.md 5).

The document's kartlegging, plan_og_tiltak and klar_for_ledelse are one state here, ANSWERING: answers and
plan grow side by side, and whether the case is ready for the leader follows from the gap list. Its
samtale_befaring is part of IN_REVIEW. A decision to postpone sends the case back to the employer, so
RECOMMENDED may lead to RETURNED. No act goes to LAPSED yet: after how many months without activity, and after which
warnings, the document leaves open («n mnd»).
"""

from certification.cases.errors import TransitionNotAllowed
from certification.cases.types import AssessmentState, DecisionOutcome
from ground.states import Transitions

S = AssessmentState

TRANSITIONS = Transitions[AssessmentState](
    "assessment",
    {
        S.DRAFT: frozenset({S.ANSWERING, S.WITHDRAWN, S.LAPSED}),
        S.ANSWERING: frozenset({S.SUBMITTED, S.WITHDRAWN, S.LAPSED}),
        S.SUBMITTED: frozenset({S.ASSIGNED, S.WITHDRAWN}),
        # Back to SUBMITTED when the certifier turns out not to be impartial, or cannot take the case.
        S.ASSIGNED: frozenset({S.IN_REVIEW, S.SUBMITTED, S.WITHDRAWN}),
        S.IN_REVIEW: frozenset({S.RETURNED, S.RECOMMENDED, S.SUBMITTED, S.WITHDRAWN}),
        S.RETURNED: frozenset({S.SUBMITTED, S.WITHDRAWN, S.LAPSED}),
        # Back to IN_REVIEW when the deciders want more from the certifier; to RETURNED when they postpone.
        S.RECOMMENDED: frozenset({S.DECIDED, S.IN_REVIEW, S.RETURNED, S.WITHDRAWN}),
        S.DECIDED: frozenset(),
        S.WITHDRAWN: frozenset(),
        S.LAPSED: frozenset({S.ANSWERING}),
    },
    refusal=TransitionNotAllowed,
)

EMPLOYER_EDITS = frozenset({S.DRAFT, S.ANSWERING, S.RETURNED})
CERTIFIER_RECORDS = frozenset({S.IN_REVIEW})
WITH_CERTIFIER = frozenset({S.ASSIGNED, S.IN_REVIEW, S.RETURNED, S.RECOMMENDED})
CERTIFIER_READS = frozenset({S.IN_REVIEW, S.RECOMMENDED})
"""What the employer is working on, and what is over, a certifier does not read."""
STANDS_AS_SIGNED = frozenset({S.SUBMITTED, S.ASSIGNED, S.IN_REVIEW, S.RECOMMENDED, S.DECIDED})
"""Once signed, the employer cannot have changed anything. In all others what stands in the case may be a draft."""
OPEN_STATES = frozenset(S) - {S.DECIDED, S.WITHDRAWN, S.LAPSED}


def employer_may_edit(state: AssessmentState) -> bool:
    """Whether the employer may change profile, answers, evidence and plan."""
    return state in EMPLOYER_EDITS


def certifier_may_record(state: AssessmentState) -> bool:
    """Whether the certifier may write findings."""
    return state in CERTIFIER_RECORDS


def is_open(state: AssessmentState) -> bool:
    """Whether the case is still under way; an organisation has one such case at a time."""
    return state in OPEN_STATES


def state_after(outcome: DecisionOutcome) -> AssessmentState:
    """Where a decision leaves the case: a postponed one goes back to the employer, the others are final."""
    return S.RETURNED if outcome is DecisionOutcome.POSTPONED else S.DECIDED
