"""Which states an opening, a proposal, a placement and a follow-up can go to, as tables."""

from ground.states import Transitions
from matching.records.types import FollowUpState as F
from matching.records.types import OpeningState as O
from matching.records.types import PlacementState as L
from matching.records.types import ProposalState as P

START_UNDONE = "start_undone"

OPENING = Transitions[O](
    "opening",
    {
        O.DRAFT: frozenset({O.PUBLISHED, O.CLOSED}),
        O.PUBLISHED: frozenset({O.PAUSED, O.EXPIRED, O.CLOSED}),
        O.PAUSED: frozenset({O.PUBLISHED, O.EXPIRED, O.CLOSED}),
        O.EXPIRED: frozenset({O.PUBLISHED, O.CLOSED}),
        O.CLOSED: frozenset(),
    },
)

PROPOSAL = Transitions[P](
    "proposal",
    {
        P.PROPOSED: frozenset({P.CANDIDATE_YES, P.CANDIDATE_NO, P.WITHDRAWN, P.LAPSED}),
        P.CANDIDATE_YES: frozenset({P.EMPLOYER_YES, P.EMPLOYER_NO, P.WITHDRAWN, P.LAPSED}),
        P.EMPLOYER_YES: frozenset({P.PLACED, P.EMPLOYER_NO, P.WITHDRAWN, P.LAPSED}),
        P.CANDIDATE_NO: frozenset(),
        P.EMPLOYER_NO: frozenset(),
        P.WITHDRAWN: frozenset(),
        P.LAPSED: frozenset(),
        P.PLACED: frozenset({P.FINISHED}),
        P.FINISHED: frozenset(),
    },
)

PLACEMENT = Transitions[L](
    "placement",
    {
        L.DRAFT: frozenset({L.AGREED, L.CANCELLED}),
        L.AGREED: frozenset({L.STARTED, L.DRAFT, L.CANCELLED}),  # back to draft when something in it is changed
        L.STARTED: frozenset({L.ENDED, L.AGREED}),  # back to agreed when the start was confirmed by mistake
        L.ENDED: frozenset({L.CANCELLED}),  # it never began after all
        L.CANCELLED: frozenset(),
    },
    moves={(L.STARTED, L.AGREED): START_UNDONE, (L.ENDED, L.CANCELLED): START_UNDONE},
)

FOLLOW_UP = Transitions[F](
    "follow_up",
    {
        F.PLANNED: frozenset({F.DONE, F.SKIPPED, F.CANCELLED}),
        F.DONE: frozenset({F.CANCELLED}),  # the person was not there, as the start was a mistake
        F.SKIPPED: frozenset({F.DONE, F.CANCELLED}),  # held after all
        F.CANCELLED: frozenset({F.PLANNED}),  # the start was taken back, and confirmed anew
    },
)
