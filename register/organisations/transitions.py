"""How Enhetsregisteret's answers change what is known of an employer."""

from ground.states import Transitions
from register.organisations.types import Verification

VERIFICATION = Transitions[Verification](
    "organisation",
    {
        Verification.UNVERIFIED: frozenset({Verification.VERIFIED, Verification.REFUSED}),
        Verification.VERIFIED: frozenset({Verification.REFUSED}),
        Verification.REFUSED: frozenset({Verification.VERIFIED}),  # a bankruptcy is lifted, a deletion undone
    },
)
