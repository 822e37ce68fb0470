"""Proving oneself anew before something that cannot be undone: the one place where it is asked for and checked.

What a person proves themself with belongs to the doors of a candidate. A form that needs it is a `ProvenForm`; the page
calls `must_prove_oneself` before it does anything, inside the `with` that tells refusals.
"""

from app.doors.at_the_door import count_proof
from app.doors.forms import PinForm
from app.kernel.auth import signed_in_principal
from app.kernel.context import settings
from ground.act import Act
from matching.doors import entering
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate


class ProvenForm(PinForm):
    """A form whose sender proves themself anew, by the PIN. Nothing of it is ever kept."""


def must_prove_oneself(act: Act, candidate: Candidate, form: ProvenForm) -> None:
    """Let go on only the person themself, by what they have typed in the form and how this session was opened.

    Raises CandidateNotActive for anybody else, DoorTooNew in a session whose code, telephone or confirmed address is
    less than a day old, PinNotRight.
    """
    entered = signed_in_principal().entered
    if candidate.user_id is None or candidate.user_id != act.actor_id or entered is None:
        raise CandidateNotActive
    count_proof(entered)
    entering.must_prove_oneself(act, candidate, entered, pin=form.pin.data or "", key=settings().secret)
