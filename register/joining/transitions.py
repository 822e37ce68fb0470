"""The way of a request for access."""

from ground.states import Transitions
from register.joining.types import AccessState as A

ANSWERED = frozenset({A.GIVEN, A.DECLINED, A.WITHDRAWN})

ACCESS = Transitions[A](
    "access",
    {
        A.ASKED: ANSWERED | {A.ENDORSED},
        A.ENDORSED: ANSWERED,
        A.GIVEN: frozenset(),
        A.DECLINED: frozenset(),
        A.WITHDRAWN: frozenset(),
    },
)
