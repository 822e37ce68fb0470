"""The PIN: chosen by the candidate, kept so that nobody can read it, compared slowly."""

from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.secrets import is_slow_fingerprint_of, slow_fingerprint
from matching.doors.errors import PinTooEasy
from matching.doors.models import CandidatePin
from matching.doors.rules import flaw_of
from matching.records.tables.candidate import Candidate


def has_pin(session: Session, candidate: Candidate) -> bool:
    """Whether a PIN is chosen."""
    return session.get(CandidatePin, candidate.id) is not None


def is_right(session: Session, candidate: Candidate, *, pin: str, key: str) -> bool:
    """Whether this is the candidate's PIN."""
    kept = session.get(CandidatePin, candidate.id)
    return kept is not None and is_slow_fingerprint_of(pin, key, kept.pin_hash)


def must_be_hard_enough(candidate: Candidate, *, pin: str) -> None:
    """Let only a PIN be chosen that is not easily guessed. Raises PinTooEasy."""
    flaw = flaw_of(pin, birth_date=candidate.birth_date)
    if flaw is not None:
        raise PinTooEasy(flaw)


def choose(act: Act, candidate: Candidate, *, pin: str, key: str) -> None:
    """Keep a PIN in place of the one before. Raises PinTooEasy."""
    must_be_hard_enough(candidate, pin=pin)
    kept = act.session.get(CandidatePin, candidate.id)
    if kept is None:
        kept = CandidatePin(candidate_id=candidate.id)
        act.session.add(kept)
    kept.pin_hash, kept.chosen_at = slow_fingerprint(pin, key), act.now
    act.session.flush()
    audit.record(act.by(candidate.user_id), action="pin.chosen", subject=candidate)
