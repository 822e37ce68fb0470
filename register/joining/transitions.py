"""The ways of a request for access and of an invitation."""

from ground.states import Transitions
from register.joining.types import AccessState as A
from register.joining.types import InvitationState as I

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

INVITATION = Transitions[I](
    "invitation",
    {
        I.OFFERED: frozenset({I.ACCEPTED, I.DECLINED, I.WITHDRAWN, I.LAPSED}),
        I.ACCEPTED: frozenset(),
        I.DECLINED: frozenset(),
        I.WITHDRAWN: frozenset(),
        I.LAPSED: frozenset(),
    },
)
