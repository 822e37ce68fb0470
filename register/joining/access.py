"""Asking to be let in at an employer that is registered already: its leaders answer, or the county where none can."""

import uuid
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session, joinedload

from ground import audit
from ground.act import Act
from ground.errors import existing
from ground.locks import held
from ground.moves import check_move, move
from register.joining.errors import AccessAnswered, AlreadyColleague, AskedTooOften, AskersOwn, SecondYesNeeded
from register.joining.mails import JoiningMail
from register.joining.models import AccessRequest
from register.joining.types import AccessState
from register.organisations.models import Organisation
from register.people import mail
from register.people.models import User
from register.roles.grants import give_role, living_grants, people_with_role
from register.roles.models import RoleGrant
from register.roles.types import Role

MOST_ASKINGS, IN = 3, timedelta(days=1)
"""So often one person may ask, at whatever employers: nobody fills the leaders' lists."""
MOST_AT_ONE, IN_ALL = 2, timedelta(days=30)
"""So often one person may ask one employer: a no is a no for a while."""


def ask_for_access(act: Act, *, organisation: Organisation) -> AccessRequest:
    """Ask to become an employee there. Asking again while a request is open returns that one, and tells nobody.

    Raises AlreadyColleague, AskedTooOften.
    """
    if _works_there(act.session, act.person_id, organisation.id):
        raise AlreadyColleague
    for request in open_requests_of(act.session, act.person_id):
        if request.organisation_id == organisation.id:
            return request
    by_person = select(AccessRequest.organisation_id, AccessRequest.asked_at).where(
        AccessRequest.user_id == act.person_id, AccessRequest.asked_at > act.now - IN_ALL
    )
    asked = act.session.execute(by_person).all()
    if sum(asked_at > act.now - IN for _organisation_id, asked_at in asked) >= MOST_ASKINGS:
        raise AskedTooOften(times=MOST_ASKINGS, days=IN.days)
    if sum(organisation_id == organisation.id for organisation_id, _asked_at in asked) >= MOST_AT_ONE:
        raise AskedTooOften(times=MOST_AT_ONE, days=IN_ALL.days)
    request = AccessRequest(organisation_id=organisation.id, user_id=act.person_id, asked_at=act.now)
    act.session.add(request)
    act.session.flush()
    audit.record(act, action="access.asked", subject=request, organisation_id=organisation.id)
    leaders = people_with_role(act.session, Role.LEADER, organisation_id=organisation.id)
    for leader in leaders:
        _tell(act, request, leader, JoiningMail.ACCESS_ASKED, party=EMPLOYER)
    for administrator in () if leaders else people_with_role(act.session, Role.ADMINISTRATOR):
        _tell(act, request, administrator, JoiningMail.ACCESS_ASKED, party=COUNTY)
    return request


def give_access(act: Act, *, request_id: uuid.UUID) -> AccessRequest:
    """A leader lets the person in as an employee. Raises NotFound, AccessAnswered."""
    return _give(act, _open(act.session, request_id))


def give_access_by_county(act: Act, *, request_id: uuid.UUID) -> AccessRequest:
    """An administrator says yes where the employer has no leader: the first endorses, another lets the person in.

    Raises NotFound, AccessAnswered (also when there is a leader now), AskersOwn, SecondYesNeeded.
    """
    request = _open(act.session, request_id)
    if people_with_role(act.session, Role.LEADER, organisation_id=request.organisation_id):
        raise AccessAnswered
    if request.user_id == act.person_id:
        raise AskersOwn
    if request.state is AccessState.ENDORSED:
        if request.endorsed_by_id == act.person_id:
            raise SecondYesNeeded
        return _give(act, request)
    move(act, request, AccessState.ENDORSED, organisation_id=request.organisation_id)
    request.endorsed_by_id = act.person_id
    act.session.flush()
    for administrator in people_with_role(act.session, Role.ADMINISTRATOR):
        if administrator.id not in (act.person_id, request.user_id):
            _tell(act, request, administrator, JoiningMail.ACCESS_ASKED, party=COUNTY)
    return request


def decline_access(act: Act, *, request_id: uuid.UUID) -> AccessRequest:
    """A leader, or an administrator where there is none, says no. Raises NotFound, AccessAnswered."""
    request = _open(act.session, request_id)
    _close(act, request, AccessState.DECLINED)
    _tell(act, request, request.user, JoiningMail.ACCESS_DECLINED)
    return request


def withdraw_access(act: Act, *, request_id: uuid.UUID) -> AccessRequest:
    """The one who asked takes it back. Raises NotFound, AccessAnswered."""
    request = _open(act.session, request_id)
    _close(act, request, AccessState.WITHDRAWN)
    return request


def withdraw_as_needless(act: Act, *, organisation_id: uuid.UUID) -> None:
    """Whoever was let in another way no longer waits to be."""
    for request in open_requests_of(act.session, act.person_id):
        if request.organisation_id == organisation_id:
            _close(act, held(act.session, AccessRequest, request.id), AccessState.WITHDRAWN)


def open_requests_of(session: Session, user_id: uuid.UUID) -> Sequence[AccessRequest]:
    """What a person has asked for and has no answer to, oldest first."""
    return _waiting(session, AccessRequest.user_id == user_id)


def open_requests_at(session: Session, organisation_id: uuid.UUID) -> Sequence[AccessRequest]:
    """Those who wait to be let in at an employer, oldest first."""
    return _waiting(session, AccessRequest.organisation_id == organisation_id)


def open_requests_without_leader(session: Session) -> Sequence[AccessRequest]:
    """Those who wait at employers where no leader could answer, oldest first: they are the county's."""
    has_leader = (
        exists()
        .where(
            RoleGrant.organisation_id == AccessRequest.organisation_id,
            RoleGrant.role == Role.LEADER,
            RoleGrant.revoked_at.is_(None),
        )
        .where(User.id == RoleGrant.user_id, User.closed_at.is_(None))
    )
    return _waiting(session, ~has_leader)


def _waiting(session: Session, narrowed: ColumnElement[bool]) -> Sequence[AccessRequest]:
    asker_is_open = AccessRequest.user.has(User.closed_at.is_(None))
    return session.scalars(
        select(AccessRequest)
        .where(AccessRequest.closed_at.is_(None), asker_is_open, narrowed)
        .order_by(AccessRequest.asked_at, AccessRequest.id)
        .options(joinedload(AccessRequest.organisation), joinedload(AccessRequest.user))
    ).all()


def _open(session: Session, request_id: uuid.UUID) -> AccessRequest:
    request = held(session, AccessRequest, request_id)
    if request.closed_at is not None or existing(request.user).closed_at is not None:
        raise AccessAnswered
    return request


def _give(act: Act, request: AccessRequest) -> AccessRequest:
    check_move(request, AccessState.GIVEN)
    if not _works_there(act.session, request.user_id, request.organisation_id):
        give_role(act, user=request.user, role=Role.EMPLOYEE, organisation_id=request.organisation_id)
    _close(act, request, AccessState.GIVEN)
    _tell(act, request, request.user, JoiningMail.ACCESS_GIVEN)
    return request


def _close(act: Act, request: AccessRequest, wanted: AccessState) -> None:
    move(act, request, wanted, organisation_id=request.organisation_id)
    request.closed_at, request.closed_by_id = act.now, act.person_id
    act.session.flush()


def _works_there(session: Session, user_id: uuid.UUID, organisation_id: uuid.UUID) -> bool:
    return any(grant.organisation_id == organisation_id for grant in living_grants(session, user_id=user_id))


EMPLOYER, COUNTY = "employer", "county"
"""Whose page a mail about a request leads to."""


def _tell(act: Act, request: AccessRequest, user: User, kind: JoiningMail, party: str | None = None) -> None:
    values = {"organisation": request.organisation.name}
    if kind is not JoiningMail.ACCESS_DECLINED and party != COUNTY:
        values["orgnr"] = request.organisation.orgnr
    if party is not None:
        values["party"] = party
    mail.enqueue_to(act, user, kind=kind, **values)
