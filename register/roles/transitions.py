"""The ways of a request for authority, and of a role that is proposed."""

from ground.states import Transitions
from register.roles.types import AuthorityState as A
from register.roles.types import RoleProposalState as P

AUTHORITY = Transitions[A](
    "authority",
    {
        A.OPEN: frozenset({A.CODE_SENT, A.CONFIRMED, A.REJECTED, A.WITHDRAWN}),
        A.CODE_SENT: frozenset({A.CODE_SENT, A.CONFIRMED, A.REJECTED, A.WITHDRAWN}),  # a new letter
        A.CONFIRMED: frozenset(),
        A.REJECTED: frozenset(),
        A.WITHDRAWN: frozenset(),
    },
    words={A.CODE_SENT: "code_made"},
)

ROLE_PROPOSAL = Transitions[P](
    "role_proposal",
    {
        P.PROPOSED: frozenset({P.OFFERED, P.REFUSED, P.WITHDRAWN, P.LAPSED}),
        P.OFFERED: frozenset({P.ACCEPTED, P.DECLINED, P.WITHDRAWN, P.LAPSED}),
        P.ACCEPTED: frozenset(),
        P.DECLINED: frozenset(),
        P.REFUSED: frozenset(),
        P.WITHDRAWN: frozenset(),
        P.LAPSED: frozenset(),
    },
)
