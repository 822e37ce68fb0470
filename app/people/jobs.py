"""What people are invited to and what is proposed to them, by the clock."""

from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.jobs import one_by_one
from register.joining.colleagues import lapse_invitations
from register.roles import giving


def lapse_and_forget_invitations() -> None:
    """Let invitations lapse that nobody answered, and forget those long over."""
    one_by_one("lapse_and_forget_invitations", (lapse_invitations,), lambda act, do: do(act))


def lapse_role_proposals() -> int:
    """Write down which proposed roles have lapsed, and forget those long over. Returns how many lapsed now."""
    one_by_one("forget_role_proposals", (giving.forget_what_came_to_nothing,), lambda act, do: do(act))
    with own_transaction() as short:
        late = giving.overdue(short, now())
    return one_by_one("lapse_role_proposals", late, giving.lapse)
