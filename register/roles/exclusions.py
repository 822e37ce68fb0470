"""Which roles nobody holds together: one table, and one function that judges by it.

Nobody who runs the scheme for the county helps candidates for NAV. Nobody who works with the scheme is in it as a young
person. And nobody reviews or decides what concerns an employer that they belong to: those who certify may well work
somewhere, so that this last depends on the employer and is asked where a case is (`TIED_TO_EMPLOYER`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from register.roles.errors import Excluded
from register.roles.types import COUNTY_ROLES, DECIDING_ROLES, OFFICE_ROLES, ORGANISATION_ROLES, Role


class Where(StrEnum):
    """Where two roles exclude each other."""

    EVERYWHERE = "everywhere"
    SAME_EMPLOYER = "same_employer"


@dataclass(frozen=True)
class Exclusion:
    """Whoever holds one of these holds none of those."""

    these: frozenset[Role]
    those: frozenset[Role]
    where: Where = Where.EVERYWHERE

    def forbids(self, one: Role, other: Role) -> bool:
        """Whether these two stand on its two sides."""
        return (one in self.these and other in self.those) or (other in self.these and one in self.those)


CERTIFIES = DECIDING_ROLES | {Role.CERTIFIER}
"""Those who review or decide cases of employers."""

EXCLUSIONS = (
    Exclusion(COUNTY_ROLES, OFFICE_ROLES),
    Exclusion(COUNTY_ROLES | OFFICE_ROLES | {Role.CERTIFIER}, frozenset({Role.CANDIDATE})),
    Exclusion(CERTIFIES, ORGANISATION_ROLES, Where.SAME_EMPLOYER),
)
TIED_TO_EMPLOYER = frozenset().union(*(one.those for one in EXCLUSIONS if one.where is Where.SAME_EMPLOYER))
"""Whoever holds or has held one of these at an employer neither reviews nor decides a case of it."""


def exclude(one: Role, other: Role, *, where: Where = Where.EVERYWHERE) -> bool:
    """Whether nobody holds both, anywhere or at the same employer."""
    return any(exclusion.where is where and exclusion.forbids(one, other) for exclusion in EXCLUSIONS)


def check_together(wanted: Role, held: Iterable[Role]) -> None:
    """Raise Excluded when somebody who holds these roles may not have another."""
    for one in held:
        if exclude(one, wanted):
            raise Excluded(held=one, wanted=wanted)
