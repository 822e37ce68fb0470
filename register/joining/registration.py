"""Joining: an employer registers with what Enhetsregisteret says of it, and its representative asks for access."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.alphabet import composed
from ground.errors import existing
from ground.moves import move
from register.joining.errors import AlreadyRegistered, RegistrationRefused
from register.joining.mails import JoiningMail
from register.joining.tree import start_reading
from register.joining.waiting import pause_before_next, tell_colleagues
from register.organisations.business_register import (
    NoAnswer,
    Refused,
    RegisterAnswer,
    RegisteredAddress,
    RegisteredUnit,
)
from register.organisations.models import AwaitedAnswer, Organisation
from register.organisations.number import format_organisation_number, parse_organisation_number
from register.organisations.types import Verification
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role


def register_organisation(act: Act, *, typed_number: str, answer: RegisterAnswer) -> Organisation:
    """Register an employer; the one who does it becomes a contact (Role.EMPLOYEE) who may draft.

    Without an answer from Enhetsregisteret that can be trusted the registration waits as unverified
    (`register.joining.waiting`); a refusal stores nothing.
    Raises InvalidOrganisationNumber, RegistrationRefused, AlreadyRegistered.
    """
    orgnr = parse_organisation_number(typed_number)
    must_be_new(act.session, orgnr)
    if isinstance(answer, Refused):
        raise RegistrationRefused(answer.reason)
    organisation = Organisation(orgnr=orgnr, name=format_organisation_number(orgnr), registered_at=act.now)
    act.session.add(organisation)
    act.session.flush()
    audit.record(act, action="organisation.registered", subject=organisation, organisation_id=organisation.id)
    if isinstance(answer, NoAnswer):
        organisation.awaited = AwaitedAnswer(
            since=act.now, tries=1, next_try_at=act.now + pause_before_next(1), trouble=answer.trouble
        )
    else:
        _apply_unit(act, organisation, answer)
        start_reading(act, organisation)
    act.session.flush()
    give_role(act, user=act.session.get_one(User, act.person_id), role=Role.EMPLOYEE, organisation_id=organisation.id)
    return organisation


def must_be_new(session: Session, orgnr: str) -> None:
    """Raise AlreadyRegistered when the organisation is in Plass."""
    if session.scalar(select(Organisation.id).where(Organisation.orgnr == orgnr)):
        raise AlreadyRegistered(orgnr)


def apply_register_answer(act: Act, organisation_id: uuid.UUID, *, answer: RegisterAnswer) -> Organisation:
    """Bring a registered employer in line with what Enhetsregisteret says now; no answer to trust changes nothing.

    A first answer to a waiting registration is told to those who wait for it. Raises NotFound.
    """
    organisation = existing(act.session.get(Organisation, organisation_id))
    if isinstance(answer, NoAnswer):
        return organisation
    before = organisation.verification
    if isinstance(answer, Refused):
        _go_to(act, organisation, Verification.REFUSED)
        organisation.refusal_reason = answer.reason
        organisation.checked_at = act.now
    else:
        _apply_unit(act, organisation, answer)
        start_reading(act, organisation)
    if organisation.awaited is not None:
        act.session.delete(organisation.awaited)
        organisation.awaited = None
    act.session.flush()
    if organisation.verification is not before:
        _tell_those_who_wait(act, organisation)
    return organisation


def _apply_unit(act: Act, organisation: Organisation, unit: RegisteredUnit) -> None:
    organisation.name = composed(unit.name)
    organisation.parent_orgnr = unit.parent_orgnr
    if unit.parent_orgnr is None:
        organisation.legal_orgnr, organisation.legal_name = unit.orgnr, None
    organisation.form_code = unit.form_code
    organisation.sector = unit.sector
    organisation.industry_code = unit.industry_code
    organisation.industry_name = unit.industry_name
    organisation.employees = unit.employees
    organisation.lie_at(unit.address)
    postal = unit.postal or RegisteredAddress()
    organisation.postal_street, organisation.postal_postcode = postal.street, postal.postcode
    organisation.postal_town, organisation.postal_country = postal.town, postal.country
    _go_to(act, organisation, Verification.VERIFIED)
    organisation.refusal_reason = None
    organisation.checked_at = act.now


def _go_to(act: Act, organisation: Organisation, wanted: Verification) -> None:
    """It is Enhetsregisteret that says so, whoever asked; the same answer again is no move."""
    if organisation.verification is not wanted:
        move(act.by(None), organisation, wanted, organisation_id=organisation.id)


def _tell_those_who_wait(act: Act, organisation: Organisation) -> None:
    verified = organisation.verification is Verification.VERIFIED
    tell_colleagues(
        act, organisation, JoiningMail.REGISTRATION_VERIFIED if verified else JoiningMail.REGISTRATION_REFUSED
    )
