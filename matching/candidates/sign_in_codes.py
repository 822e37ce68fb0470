"""How a candidate without an e-mail address signs in: a code from the counsellor that works once."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.secrets import keyed_fingerprint, new_code, normalise_code, same
from ground.texts import Locale
from matching.candidates.errors import CodeUnusable
from matching.candidates.models import SignInCode
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from register.sign_in.links import SignedIn
from register.sign_in.sessions import end_all_sessions, open_session

CODE_LIFE = timedelta(days=7)
MOST_ATTEMPTS = 5
FINDER_LETTERS, SECRET_LETTERS = 4, 8


def make_code(act: Act, *, candidate: Candidate, key: str) -> str:
    """Make a new code; only this answer ever shows it. Earlier codes stop working and open sessions end.

    Raises CandidateNotActive for a closed candidate; a paused one may sign in.
    """
    if candidate.closed_at is not None:
        raise CandidateNotActive
    user = candidate.user or make_user(act, candidate, act.person_id)
    end_all_sessions(act, user_id=user.id)
    act.session.execute(
        update(SignInCode)
        .where(
            SignInCode.candidate_id == candidate.id,
            SignInCode.used_at.is_(None),
            SignInCode.replaced_at.is_(None),
        )
        .values(replaced_at=act.now)
    )
    finder = _new_finder(act.session)
    code = finder + new_code(SECRET_LETTERS)
    act.session.add(
        SignInCode(
            candidate_id=candidate.id,
            finder=finder,
            code_hash=keyed_fingerprint(code, key),
            created_at=act.now,
            created_by_id=act.person_id,
            expires_at=act.now + CODE_LIFE,
        )
    )
    act.session.flush()
    audit.record(act, action="sign_in_code.made", subject=candidate)
    return code


def written_code(code: str) -> str:
    """The code in groups of four, as it stands on paper; what is typed may lack the dashes."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def count_attempt(act: Act, *, typed: str) -> None:
    """Count one try at a code, in a transaction of its own so that a wrong try is not forgotten.

    Raises CodeUnusable when there is no such living code or it has been tried too often.
    """
    counted = act.session.execute(
        update(SignInCode)
        .where(
            SignInCode.finder == normalise_code(typed)[:FINDER_LETTERS],
            SignInCode.attempts < MOST_ATTEMPTS,
            SignInCode.used_at.is_(None),
            SignInCode.replaced_at.is_(None),
            SignInCode.expires_at > act.now,
        )
        .values(attempts=SignInCode.attempts + 1)
    )
    if counted.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's result is a CursorResult
        raise CodeUnusable


def use_code(act: Act, *, typed: str, key: str) -> SignedIn:
    """Use a code up and open a session; call `count_attempt` first. Raises CodeUnusable, never why."""
    code = normalise_code(typed)
    row = act.session.scalar(select(SignInCode).where(SignInCode.finder == code[:FINDER_LETTERS]))
    if row is None or not same(row.code_hash, keyed_fingerprint(code, key)):
        raise CodeUnusable
    taken = act.session.execute(
        update(SignInCode)
        .where(
            SignInCode.id == row.id,
            SignInCode.used_at.is_(None),
            SignInCode.replaced_at.is_(None),
            SignInCode.expires_at > act.now,
        )
        .values(used_at=act.now)
        .execution_options(synchronize_session="fetch")
    )
    user = row.candidate.user
    if taken.rowcount != 1 or user is None or user.closed_at is not None:  # type: ignore[attr-defined]  # as above
        raise CodeUnusable
    return SignedIn(user, open_session(act, user=user), "")


def living_code(session: Session, candidate_id: uuid.UUID, *, now: datetime) -> SignInCode | None:
    """The code that still works, for showing until when; the code itself is not kept."""
    return session.scalar(
        select(SignInCode).where(
            SignInCode.candidate_id == candidate_id,
            SignInCode.used_at.is_(None),
            SignInCode.replaced_at.is_(None),
            SignInCode.expires_at > now,
            SignInCode.attempts < MOST_ATTEMPTS,
        )
    )


def make_user(act: Act, candidate: Candidate, counsellor_id: uuid.UUID) -> User:
    """A user is made when the candidate first needs to sign in, not before."""
    user = User(email=None, name=candidate.first_name, locale=Locale.BOKMAAL, created_at=act.now)
    act.session.add(user)
    act.session.flush()
    candidate.user = user
    act.session.flush()
    give_role(act.by(counsellor_id), user=user, role=Role.CANDIDATE)
    return user


def _new_finder(session: Session) -> str:
    while True:
        finder = new_code(FINDER_LETTERS)
        if session.scalar(select(SignInCode.id).where(SignInCode.finder == finder)) is None:
            return finder
