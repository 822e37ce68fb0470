"""The life of an edition of the criteria (certification.md 5)."""

from certification.criteria.types import EditionStatus as E
from ground.states import Transitions

EDITION = Transitions[E](
    "edition",
    {
        E.DRAFT: frozenset({E.HEARING, E.PUBLISHED}),
        E.HEARING: frozenset({E.DRAFT, E.PUBLISHED}),
        E.PUBLISHED: frozenset({E.SUPERSEDED}),
        E.SUPERSEDED: frozenset({E.WITHDRAWN}),  # no act goes there yet
        E.WITHDRAWN: frozenset(),
    },
    words={E.DRAFT: "drafted_again", E.HEARING: "put_to_hearing"},
)
