"""Every pair of roles against the one table of those that nobody holds together."""

from itertools import combinations

import pytest

from register.roles.errors import Excluded
from register.roles.exclusions import TIED_TO_EMPLOYER, Where, check_together, exclude
from register.roles.types import Role

R = Role
COUNTY = (R.PROGRAMME_LEAD, R.ANALYST, R.COUNCIL, R.ADMINISTRATOR)
OFFICE = (R.COUNSELLOR, R.OFFICE_LEADER)

NEVER = {
    *(frozenset({county, nav}) for county in COUNTY for nav in OFFICE),
    *(frozenset({one, R.CANDIDATE}) for one in (*COUNTY, *OFFICE, R.CERTIFIER)),
}
"""Written by hand from the decision, not from the table."""
NEVER_IN_ONE_CASE = {
    frozenset({one, there}) for one in (R.CERTIFIER, R.PROGRAMME_LEAD, R.COUNCIL) for there in (R.LEADER, R.EMPLOYEE)
}
PAIRS = [frozenset(pair) for pair in combinations(Role, 2)]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "+".join(sorted(pair)))
def test_each_pair_of_roles_is_held_together_or_not(pair: frozenset[Role]) -> None:
    one, other = pair
    for held, wanted in ((one, other), (other, one)):
        assert exclude(held, wanted) == (pair in NEVER)
        assert exclude(held, wanted, where=Where.SAME_EMPLOYER) == (pair in NEVER_IN_ONE_CASE)
        if pair in NEVER:
            with pytest.raises(Excluded) as refused:
                check_together(wanted, [held])
            assert (refused.value.held, refused.value.wanted) == (held, wanted)
        else:
            check_together(wanted, [held])


def test_no_role_excludes_itself() -> None:
    for role in Role:
        check_together(role, [role])


def test_every_role_at_an_employer_keeps_from_its_cases() -> None:
    assert {R.LEADER, R.EMPLOYEE} == TIED_TO_EMPLOYER
