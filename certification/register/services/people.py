"""Users and NAV offices: the first administrator, invitations, opening and closing."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.register import audit, outbox
from certification.register.errors import (
    AlreadyColleague,
    EditedMeanwhile,
    LastAdministrator,
    OfficeNumberTaken,
    existing,
)
from certification.register.models.organisation import Organisation
from certification.register.models.people import NavOffice, User
from certification.register.municipalities import municipalities
from certification.register.services.roles import give_role, is_last_of_its_kind, living_grants
from certification.register.services.sign_in import end_all_sessions, normalise_email
from certification.register.types import Locale, MailKind, Role


def find_or_create_user(
    session: Session,
    *,
    email: str,
    actor_id: uuid.UUID | None,
    now: datetime,
    name: str = "",
    locale: Locale = Locale.BOKMAAL,
) -> User:
    """The user with an address, made now when there is none; a name is set only where none stands."""
    address = normalise_email(email)
    user = session.scalar(select(User).where(User.email == address))
    if user is None:
        user = User(email=address, name=name, locale=locale, created_at=now)
        session.add(user)
        session.flush()
        audit.record(session, action="user.created", subject=user, actor_id=actor_id, now=now)
    elif name and not user.name:
        user.name = name
        session.flush()
    return user


def make_first_administrator(session: Session, *, email: str, name: str, now: datetime) -> User:
    """Make the administrator who lets all others in; also the way back when the last address is lost."""
    user = find_or_create_user(session, email=email, name=name, actor_id=None, now=now)
    user.closed_at = None
    if not any(grant.role is Role.ADMINISTRATOR for grant in living_grants(session, user_id=user.id)):
        give_role(session, user=user, role=Role.ADMINISTRATOR, actor_id=None, now=now)
    return user


def invite_colleague(
    session: Session,
    *,
    organisation: Organisation,
    email: str,
    name: str,
    role: Role,
    actor_id: uuid.UUID,
    now: datetime,
) -> User:
    """A leader lets a colleague in; the mail only points to the sign-in page. Raises AlreadyColleague."""
    with session.begin_nested():  # a refusal leaves nothing behind, also when the page answers 200
        user = find_or_create_user(session, email=email, name=name, actor_id=actor_id, now=now)
        if any(held.organisation_id == organisation.id for held in living_grants(session, user_id=user.id)):
            raise AlreadyColleague
        give_role(session, user=user, role=role, organisation_id=organisation.id, actor_id=actor_id, now=now)
    outbox.enqueue_to(
        session,
        user,
        kind=MailKind.COLLEAGUE_INVITED,
        now=now,
        orgnr=organisation.orgnr,
        organisation=organisation.name,
    )
    return user


def invite_user(
    session: Session,
    *,
    email: str,
    name: str,
    role: Role,
    actor_id: uuid.UUID,
    now: datetime,
    organisation_id: uuid.UUID | None = None,
    nav_office_id: uuid.UUID | None = None,
    reason: str = "",
) -> User:
    """An administrator lets somebody in with a role; the mail only points to the sign-in page.

    Raises AlreadyHasRole, RoleScopeWrong, LastLeader.
    """
    with session.begin_nested():  # a refusal leaves nothing behind, also when the page answers 200
        user = find_or_create_user(session, email=email, name=name, actor_id=actor_id, now=now)
        give_role(
            session,
            user=user,
            role=role,
            actor_id=actor_id,
            now=now,
            organisation_id=organisation_id,
            nav_office_id=nav_office_id,
            reason=reason,
        )
    outbox.enqueue_to(session, user, kind=MailKind.USER_INVITED, now=now)
    return user


def change_user(
    session: Session,
    *,
    user_id: uuid.UUID,
    name: str,
    expected_version: int,
    actor_id: uuid.UUID,
    now: datetime,
    locale: Locale | None = None,
) -> User:
    """Change what a user is called, and the language of pages and mails. Raises NotFound, EditedMeanwhile."""
    user = existing(session.get(User, user_id))
    if user.version != expected_version:
        raise EditedMeanwhile
    user.name = name.strip()
    user.locale = locale or user.locale
    session.flush()
    audit.record(session, action="user.changed", subject=user, actor_id=actor_id, now=now)
    return user


def close_user(session: Session, *, user_id: uuid.UUID, actor_id: uuid.UUID, now: datetime) -> User:
    """Close a user and end all their sessions; twice does nothing. Raises NotFound, LastAdministrator."""
    user = existing(session.get(User, user_id))
    if user.closed_at is not None:
        return user
    for grant in living_grants(session, user_id=user.id):
        if grant.role is Role.ADMINISTRATOR and is_last_of_its_kind(session, grant):
            raise LastAdministrator
    user.closed_at = now
    end_all_sessions(session, user_id=user.id, now=now)
    session.flush()
    audit.record(session, action="user.closed", subject=user, actor_id=actor_id, now=now)
    return user


def reopen_user(session: Session, *, user_id: uuid.UUID, actor_id: uuid.UUID, now: datetime) -> User:
    """Open a closed user again. Raises NotFound."""
    user = existing(session.get(User, user_id))
    if user.closed_at is not None:
        user.closed_at = None
        session.flush()
        audit.record(session, action="user.reopened", subject=user, actor_id=actor_id, now=now)
    return user


def add_missing_offices(session: Session) -> int:
    """Make the NAV offices that serve the county's municipalities; returns how many were new."""
    known = set(session.scalars(select(NavOffice.number)))
    added = 0
    for municipality in municipalities():
        if municipality.nav_office in known:
            continue
        session.add(
            NavOffice(
                number=municipality.nav_office,
                name=municipality.nav_office_name,
                region=municipality.nav_region,
                municipality_number=municipality.number,
            )
        )
        known.add(municipality.nav_office)
        added += 1
    session.flush()
    return added


def save_office(
    session: Session,
    *,
    office_id: uuid.UUID | None,
    number: str,
    name: str,
    region: str,
    municipality_number: str,
    actor_id: uuid.UUID,
    now: datetime,
) -> NavOffice:
    """Add a NAV office, or change one. Raises NotFound, OfficeNumberTaken."""
    office = existing(session.get(NavOffice, office_id)) if office_id else NavOffice()
    holder = session.scalar(select(NavOffice.id).where(NavOffice.number == number.strip()))
    if holder is not None and holder != office_id:
        raise OfficeNumberTaken
    office.number, office.name, office.region = number.strip(), name.strip(), region.strip()
    office.municipality_number = municipality_number
    session.add(office)
    session.flush()
    audit.record(session, action="nav_office.saved", subject=office, actor_id=actor_id, now=now, number=office.number)
    return office
