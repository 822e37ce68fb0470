"""Confirming that a person may bind the employer: by a county officer, or with a code posted to the address."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import ReasonMissing
from ground.locks import held
from ground.moves import move
from ground.rows import rows_met
from ground.secrets import SHOWN_FOR, derived_code, keyed_fingerprint, normalise_code, same
from register.joining.errors import (
    AddressMissing,
    AlreadyLeader,
    CodeWrong,
    NotVerified,
    NotWaitingForAuthority,
    TooManyAttempts,
)
from register.joining.mails import JoiningMail
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.people import mail
from register.roles.errors import NotForOneself
from register.roles.grants import give_role, living_grants
from register.roles.models import AuthorityRequest
from register.roles.types import MOST_CODE_ATTEMPTS, AuthorityMethod, AuthorityState, Role

CODE_LIFE = timedelta(days=30)
CODE_LENGTH = 8


def request_authority(act: Act, *, organisation: Organisation, position: str) -> AuthorityRequest:
    """Ask to become leader. Asking again while a request is open returns that one.

    Raises AlreadyLeader.
    """
    for grant in living_grants(act.session, user_id=act.person_id):
        if grant.organisation_id == organisation.id and grant.role is Role.LEADER:
            raise AlreadyLeader(since=grant.granted_at)
    request = open_request(act.session, organisation_id=organisation.id, user_id=act.person_id)
    if request is not None:
        return request
    request = AuthorityRequest(
        organisation_id=organisation.id, user_id=act.person_id, position=position.strip(), requested_at=act.now
    )
    act.session.add(request)
    act.session.flush()
    _record(act, request, "authority.requested")
    return request


def open_request(session: Session, *, organisation_id: uuid.UUID, user_id: uuid.UUID) -> AuthorityRequest | None:
    """The request of one person in one organisation that has no answer yet."""
    return session.scalar(
        select(AuthorityRequest).where(
            AuthorityRequest.organisation_id == organisation_id,
            AuthorityRequest.user_id == user_id,
            AuthorityRequest.closed_at.is_(None),
        )
    )


def latest_request(session: Session, *, organisation_id: uuid.UUID, user_id: uuid.UUID) -> AuthorityRequest | None:
    """The request of one person in one organisation that is open, else the newest."""
    return session.scalar(
        select(AuthorityRequest)
        .where(AuthorityRequest.organisation_id == organisation_id, AuthorityRequest.user_id == user_id)
        .order_by(AuthorityRequest.closed_at.is_not(None), AuthorityRequest.requested_at.desc())
        .limit(1)
    )


def confirm_by_officer(act: Act, *, request_id: uuid.UUID, reason: str) -> AuthorityRequest:
    """A county officer confirms, with the reason that is logged, and never for themself.

    Raises NotWaitingForAuthority, NotForOneself, ReasonMissing, and NotVerified while Enhetsregisteret has not
    confirmed the employer.
    """
    request = _waiting(act.session, request_id)
    _must_be_of_another(act, request)
    if not reason.strip():
        raise ReasonMissing
    return _confirm(act, request, AuthorityMethod.OFFICER, reason.strip())


def reject(act: Act, *, request_id: uuid.UUID, reason: str) -> AuthorityRequest:
    """A county officer says no, with a reason that the person is shown.

    Raises NotWaitingForAuthority, ReasonMissing.
    """
    request = _waiting(act.session, request_id)
    if not reason.strip():
        raise ReasonMissing
    request.method = AuthorityMethod.OFFICER
    request.closed_at, request.closed_by_id, request.reason = act.now, act.person_id, reason.strip()
    request.code_hash = None
    _move(act, request, AuthorityState.REJECTED)
    _tell(act, request, JoiningMail.AUTHORITY_REJECTED)
    return request


def make_posted_code(act: Act, *, request_id: uuid.UUID, key: str) -> str:
    """Make the code for the letter to the unit's registered address, which `letter_to_show` shows for a while.

    It stands nowhere, but is derived from the request, its maker, the moment and the key of the server. A new code
    makes an earlier one worthless. Raises NotWaitingForAuthority, NotForOneself, NotVerified, AddressMissing.
    """
    request = _waiting(act.session, request_id)
    _must_be_of_another(act, request)
    _must_be_verified(request.organisation)
    if not request.organisation.letter_address.takes_letters:
        raise AddressMissing
    code = _posted_code(request, act.person_id, made_at=act.now, key=key)
    request.code_hash = keyed_fingerprint(code, key)
    request.code_expires_at = act.now + CODE_LIFE
    request.code_attempts = 0
    _move(act, request, AuthorityState.CODE_SENT)
    return code


@dataclass(frozen=True)
class Letter:
    """A letter that the officer who made it is shown."""

    code: str
    made_at: datetime
    shown_until: datetime


def letter_to_show(request: AuthorityRequest, *, maker_id: uuid.UUID, key: str, now: datetime) -> Letter | None:
    """The letter that this officer has made and still may see; None for anybody else, and once it is answered."""
    if request.code_hash is None or request.code_expires_at is None:
        return None
    made_at = request.code_expires_at - CODE_LIFE
    code = _posted_code(request, maker_id, made_at=made_at, key=key)
    theirs = same(request.code_hash, keyed_fingerprint(code, key))
    return Letter(code, made_at, made_at + SHOWN_FOR) if theirs and now < made_at + SHOWN_FOR else None


def count_code_attempt(session: Session, *, organisation_id: uuid.UUID, user_id: uuid.UUID) -> None:
    """Count one try at the code. Called in a transaction of its own, so that a wrong try is not forgotten.

    Raises NotWaitingForAuthority when no code is out, TooManyAttempts when it is dead.
    """
    request = open_request(session, organisation_id=organisation_id, user_id=user_id)
    if request is None or request.state is not AuthorityState.CODE_SENT:
        raise NotWaitingForAuthority
    one_more = (  # one statement, so that tries made at the same moment are all counted
        update(AuthorityRequest)
        .where(AuthorityRequest.id == request.id, AuthorityRequest.code_attempts < MOST_CODE_ATTEMPTS)
        .values(code_attempts=AuthorityRequest.code_attempts + 1)
    )
    if rows_met(session, one_more) != 1:
        raise TooManyAttempts(attempts=MOST_CODE_ATTEMPTS)


def confirm_by_code(act: Act, *, organisation_id: uuid.UUID, typed: str, key: str) -> AuthorityRequest:
    """The person types the code from the letter, after `count_code_attempt` has let them try.

    Raises CodeWrong, NotWaitingForAuthority or NotVerified.
    """
    found = open_request(act.session, organisation_id=organisation_id, user_id=act.person_id)
    request = _waiting(act.session, found.id) if found else None
    if request is None or request.code_hash is None or request.code_expires_at is None:
        raise NotWaitingForAuthority
    fits = same(request.code_hash, keyed_fingerprint(normalise_code(typed), key))
    if not fits or request.code_expires_at <= act.now:
        raise CodeWrong
    return _confirm(act, request, AuthorityMethod.POSTED_CODE, "")


def _waiting(session: Session, request_id: uuid.UUID) -> AuthorityRequest:
    request = held(session, AuthorityRequest, request_id)
    if request.closed_at is not None:
        raise NotWaitingForAuthority
    return request


def _must_be_of_another(act: Act, request: AuthorityRequest) -> None:
    if request.user_id == act.person_id:
        raise NotForOneself


def _posted_code(request: AuthorityRequest, maker_id: uuid.UUID, *, made_at: datetime, key: str) -> str:
    of = f"{request.id} {maker_id} {made_at.astimezone(UTC).isoformat()}"
    return derived_code(of, CODE_LENGTH, purpose="a code in a letter", key=key)


def _must_be_verified(organisation: Organisation) -> None:
    if organisation.verification is not Verification.VERIFIED:
        raise NotVerified


def _confirm(act: Act, request: AuthorityRequest, method: AuthorityMethod, reason: str) -> AuthorityRequest:
    _must_be_verified(request.organisation)
    request.method = method
    request.closed_at, request.closed_by_id, request.reason = act.now, act.person_id, reason
    request.code_hash = None
    _move(act, request, AuthorityState.CONFIRMED)
    give_role(act, user=request.user, role=Role.LEADER, organisation_id=request.organisation_id)
    _tell(act, request, JoiningMail.AUTHORITY_CONFIRMED)
    return request


def _move(act: Act, request: AuthorityRequest, wanted: AuthorityState) -> None:
    method = request.method.value if request.method else None
    move(act, request, wanted, organisation_id=request.organisation_id, reason=request.reason, method=method)
    act.session.flush()


def _record(act: Act, request: AuthorityRequest, action: str) -> None:
    audit.record(
        act,
        action=action,
        subject=request,
        organisation_id=request.organisation_id,
        reason=request.reason,
        method=request.method.value if request.method else None,
    )


def _tell(act: Act, request: AuthorityRequest, kind: JoiningMail) -> None:
    organisation = request.organisation
    mail.enqueue_to(act, request.user, kind=kind, orgnr=organisation.orgnr, organisation=organisation.name)
