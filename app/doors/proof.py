"""Proving oneself anew, behind the door: the one place where the PIN is asked for again, counted and forgiven.

A form that needs it is a `ProvenForm`. Its page calls `must_know_pin` or, before what cannot be undone,
`must_prove_oneself`, inside the `with` that tells refusals and before it does anything; what can be refused without the
PIN is refused before that, and costs no try. After the `with` the page calls `settle_proof` with what was told.
"""

from app.doors.at_the_door import count_proof, forgive_proof
from app.doors.forms import PinForm
from app.kernel.auth import signed_in_principal
from app.kernel.context import settings
from app.kernel.limits import count_wrong_try
from ground.act import Act
from ground.errors import DomainError
from matching.doors import entering
from matching.doors.errors import PinNotRight
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate
from register.sign_in.models import UserSession


class ProvenForm(PinForm):
    """A form whose sender proves themself anew, by the PIN. Nothing of it is ever kept."""

    knew_pin = False


def must_prove_oneself(act: Act, candidate: Candidate, form: ProvenForm) -> None:
    """Let go on only the person themself, by what they have typed in the form and how this session was opened.

    Raises CandidateNotActive for anybody else, DoorTooNew in a session whose code, telephone or confirmed address is
    less than a day old, PinNotRight.
    """
    entering.must_be_old_enough(act, _entered(act, candidate))
    must_know_pin(act, candidate, form)


def must_know_pin(act: Act, candidate: Candidate, form: ProvenForm) -> None:
    """Let go on only the person themself, by the PIN. The try is counted before it is judged.

    Raises CandidateNotActive for anybody else, DoorClosed after five wrong ones, PinNotRight.
    """
    entered = _entered(act, candidate)
    count_proof(entered)
    entering.must_know_pin(act, candidate, entered, pin=form.pin.data or "", key=settings().secret)
    form.knew_pin = True


def settle_proof(form: ProvenForm, told: DomainError | None) -> None:
    """A wrong PIN counts against the network; what else was refused after a right one is no wrong try."""
    entered = signed_in_principal().entered
    if isinstance(told, PinNotRight):
        count_wrong_try()
    elif told is not None and form.knew_pin and entered is not None:
        forgive_proof(entered)


def _entered(act: Act, candidate: Candidate) -> UserSession:
    entered = signed_in_principal().entered
    if candidate.user_id is None or candidate.user_id != act.actor_id or entered is None:
        raise CandidateNotActive
    return entered
