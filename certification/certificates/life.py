"""Issuing certificates, suspending, reinstating and withdrawing them, and noting their annual reports."""

import uuid
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.tables.assessment import Assessment
from certification.certificates.errors import CertificateNotValid, ReportNotDue
from certification.certificates.mails import CertificateMail
from certification.certificates.models import Certificate, CertificateEvent
from certification.certificates.queries import of_organisation
from certification.certificates.types import CertificateEventKind as Kind
from certification.certificates.types import CertificateStatus
from certification.certificates.validity import next_report, reports_open, valid_until
from certification.criteria.editions.schema import Level
from ground import audit
from ground.errors import ReasonMissing, existing
from ground.secrets import new_code
from register.organisations.models import Organisation
from register.people import mail
from register.roles.grants import people_with_role
from register.roles.types import Role

CODE_LENGTH = 16
"""Sixteen characters of 28 are 77 bits; with the rate limit nobody finds a code by trying."""
OVER = frozenset({CertificateStatus.WITHDRAWN, CertificateStatus.REPLACED, CertificateStatus.EXPIRED})


def issue(
    session: Session, *, assessment: Assessment, level: Level, actor_id: uuid.UUID, today: date, now: datetime
) -> Certificate:
    """Issue the certificate of a decided assessment; an earlier one that is not over is replaced from the same day.

    Also a suspended one is replaced, so that it cannot be reinstated beside the new one. Issuing again for the
    same assessment returns the one there is.
    """
    issued = session.scalar(select(Certificate).where(Certificate.assessment_id == assessment.id))
    if issued is not None:
        return issued
    _hold_employer(session, assessment.organisation_id)
    for earlier in of_organisation(session, assessment.organisation_id):
        if earlier.status_on(today) not in OVER:
            _add_event(session, earlier, Kind.REPLACED, "", actor_id, today, now)
    certificate = Certificate(
        organisation_id=assessment.organisation_id,
        assessment_id=assessment.id,
        code=new_code(CODE_LENGTH),
        level=level.id,
        valid_from=today,
        valid_until=valid_until(level, today),
        issued_at=now,
    )
    session.add(certificate)
    session.flush()
    _record(session, certificate, "issued", "", actor_id, now)
    return certificate


def suspend(
    session: Session, *, certificate_id: uuid.UUID, reason: str, actor_id: uuid.UUID, today: date, now: datetime
) -> Certificate:
    """Suspend a certificate that counts. Raises NotFound, ReasonMissing, CertificateNotValid."""
    certificate = _held(session, certificate_id)
    if not certificate.counts_on(today):
        raise CertificateNotValid
    return _change(session, certificate, Kind.SUSPENDED, reason, actor_id, today, now)


def reinstate(
    session: Session, *, certificate_id: uuid.UUID, reason: str, actor_id: uuid.UUID, today: date, now: datetime
) -> Certificate:
    """End a suspension. Raises NotFound, ReasonMissing, CertificateNotValid."""
    certificate = _held(session, certificate_id)
    if certificate.status_on(today) is not CertificateStatus.SUSPENDED:
        raise CertificateNotValid
    return _change(session, certificate, Kind.REINSTATED, reason, actor_id, today, now)


def withdraw(
    session: Session, *, certificate_id: uuid.UUID, reason: str, actor_id: uuid.UUID, today: date, now: datetime
) -> Certificate:
    """Withdraw a certificate for good. Raises NotFound, ReasonMissing, CertificateNotValid when it is over already."""
    certificate = _held(session, certificate_id)
    if certificate.status_on(today) in OVER:
        raise CertificateNotValid
    return _change(session, certificate, Kind.WITHDRAWN, reason, actor_id, today, now)


def receive_annual_report(
    session: Session, *, certificate_id: uuid.UUID, actor_id: uuid.UUID, today: date, now: datetime
) -> Certificate:
    """Note that the next annual report has come. Raises NotFound, CertificateNotValid, ReportNotDue."""
    certificate = _held(session, certificate_id)
    if certificate.status_on(today) in OVER:
        raise CertificateNotValid
    due = next_report(certificate.facts)
    if due is None or today < reports_open(due):
        raise ReportNotDue
    _add_event(session, certificate, Kind.ANNUAL_REPORT, "", actor_id, today, now)
    return certificate


def _held(session: Session, certificate_id: uuid.UUID) -> Certificate:
    """The certificate, read again and held, so that two people do not change it at once."""
    organisation_id = existing(
        session.scalar(select(Certificate.organisation_id).where(Certificate.id == certificate_id))
    )
    _hold_employer(session, organisation_id)
    return existing(session.get(Certificate, certificate_id, populate_existing=True))


def _hold_employer(session: Session, organisation_id: uuid.UUID) -> None:
    """One at a time per employer: a withdrawal and a new certificate for the same employer must not cross."""
    session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update())


def _change(
    session: Session,
    certificate: Certificate,
    kind: Kind,
    reason: str,
    actor_id: uuid.UUID,
    today: date,
    now: datetime,
) -> Certificate:
    if not reason.strip():
        raise ReasonMissing
    _add_event(session, certificate, kind, reason.strip(), actor_id, today, now)
    organisation = certificate.organisation
    for leader in people_with_role(session, Role.LEADER, organisation_id=organisation.id):
        mail.enqueue_to(
            session,
            leader,
            kind=CertificateMail.CERTIFICATE_CHANGED,
            now=now,
            orgnr=organisation.orgnr,
            organisation=organisation.name,
        )
    return certificate


def _add_event(
    session: Session,
    certificate: Certificate,
    kind: Kind,
    reason: str,
    actor_id: uuid.UUID,
    today: date,
    now: datetime,
) -> None:
    certificate.events.append(
        CertificateEvent(
            number=len(certificate.events) + 1,
            kind=kind,
            occurred_on=today,
            reason=reason,
            recorded_at=now,
            recorded_by_id=actor_id,
        )
    )
    session.flush()
    _record(session, certificate, kind.value, reason, actor_id, now)


def _record(
    session: Session, certificate: Certificate, what: str, reason: str, actor_id: uuid.UUID, now: datetime
) -> None:
    audit.record(
        session,
        action=f"certificate.{what}",
        subject=certificate,
        actor_id=actor_id,
        now=now,
        organisation_id=certificate.organisation_id,
        reason=reason,
        level=certificate.level.value,
    )
