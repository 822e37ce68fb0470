"""Which states a request about one's own data can go to, as a table."""

from ground.states import Transitions
from matching.candidates.types import RightsState as R

RIGHTS_REQUEST = Transitions[R](
    "rights_request",
    {
        R.WAITING: frozenset({R.GRANTED, R.REFUSED, R.WITHDRAWN}),
        R.GRANTED: frozenset({R.WITHDRAWN}),  # the person lifts the stop that was granted
        R.REFUSED: frozenset(),
        R.WITHDRAWN: frozenset(),
    },
)
