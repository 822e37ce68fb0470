"""The way of a request for authority."""

from ground.states import Transitions
from register.roles.types import AuthorityState as A

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
