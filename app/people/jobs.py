"""What people are invited to, by the clock."""

from app.kernel.jobs import one_by_one
from register.joining.colleagues import lapse_invitations


def lapse_and_forget_invitations() -> None:
    """Let invitations lapse that nobody answered, and forget those long over."""
    one_by_one("lapse_and_forget_invitations", (lapse_invitations,), lambda act, do: do(act))
