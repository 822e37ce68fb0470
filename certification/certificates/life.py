"""Issuing certificates, suspending, reinstating and withdrawing them, and noting their annual reports."""

import uuid

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
from ground.act import Act
from ground.errors import ReasonMissing, existing
from ground.locks import held
from ground.secrets import new_code
from register.organisations.models import Organisation
from register.people import mail
from register.roles.grants import people_with_role
from register.roles.types import Role

CODE_LENGTH = 16
"""Sixteen characters of 28 are 77 bits; with the rate limit nobody finds a code by trying."""
OVER = frozenset({CertificateStatus.WITHDRAWN, CertificateStatus.REPLACED, CertificateStatus.EXPIRED})


def issue(act: Act, *, assessment: Assessment, level: Level) -> Certificate:
    """Issue the certificate of a decided assessment; an earlier one that is not over is replaced from the same day.

    Also a suspended one is replaced, so that it cannot be reinstated beside the new one. Issuing again for the
    same assessment returns the one there is.
    """
    issued = act.session.scalar(select(Certificate).where(Certificate.assessment_id == assessment.id))
    if issued is not None:
        return issued
    _hold_employer(act.session, assessment.organisation_id)
    for earlier in of_organisation(act.session, assessment.organisation_id):
        if earlier.status_on(act.today) not in OVER:
            _add_event(act, earlier, Kind.REPLACED, "")
    certificate = Certificate(
        organisation_id=assessment.organisation_id,
        assessment_id=assessment.id,
        code=new_code(CODE_LENGTH),
        level=level.id,
        valid_from=act.today,
        valid_until=valid_until(level, act.today),
        issued_at=act.now,
    )
    act.session.add(certificate)
    act.session.flush()
    _record(act, certificate, "issued", "")
    return certificate


def suspend(act: Act, *, certificate_id: uuid.UUID, reason: str) -> Certificate:
    """Suspend a certificate that counts. Raises NotFound, ReasonMissing, CertificateNotValid."""
    certificate = _held(act.session, certificate_id)
    if not certificate.counts_on(act.today):
        raise CertificateNotValid
    return _change(act, certificate, Kind.SUSPENDED, reason)


def reinstate(act: Act, *, certificate_id: uuid.UUID, reason: str) -> Certificate:
    """End a suspension. Raises NotFound, ReasonMissing, CertificateNotValid."""
    certificate = _held(act.session, certificate_id)
    if certificate.status_on(act.today) is not CertificateStatus.SUSPENDED:
        raise CertificateNotValid
    return _change(act, certificate, Kind.REINSTATED, reason)


def withdraw(act: Act, *, certificate_id: uuid.UUID, reason: str) -> Certificate:
    """Withdraw a certificate for good. Raises NotFound, ReasonMissing, CertificateNotValid when it is over already."""
    certificate = _held(act.session, certificate_id)
    if certificate.status_on(act.today) in OVER:
        raise CertificateNotValid
    return _change(act, certificate, Kind.WITHDRAWN, reason)


def receive_annual_report(act: Act, *, certificate_id: uuid.UUID) -> Certificate:
    """Note that the next annual report has come. Raises NotFound, CertificateNotValid, ReportNotDue."""
    certificate = _held(act.session, certificate_id)
    if certificate.status_on(act.today) in OVER:
        raise CertificateNotValid
    due = next_report(certificate.facts)
    if due is None or act.today < reports_open(due):
        raise ReportNotDue
    _add_event(act, certificate, Kind.ANNUAL_REPORT, "")
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
    held(session, Organisation, organisation_id)


def _change(act: Act, certificate: Certificate, kind: Kind, reason: str) -> Certificate:
    if not reason.strip():
        raise ReasonMissing
    _add_event(act, certificate, kind, reason.strip())
    organisation = certificate.organisation
    for leader in people_with_role(act.session, Role.LEADER, organisation_id=organisation.id):
        mail.enqueue_to(
            act,
            leader,
            kind=CertificateMail.CERTIFICATE_CHANGED,
            orgnr=organisation.orgnr,
            organisation=organisation.name,
        )
    return certificate


def _add_event(act: Act, certificate: Certificate, kind: Kind, reason: str) -> None:
    certificate.events.append(
        CertificateEvent(
            number=len(certificate.events) + 1,
            kind=kind,
            occurred_on=act.today,
            reason=reason,
            recorded_at=act.now,
            recorded_by_id=act.person_id,
        )
    )
    act.session.flush()
    _record(act, certificate, kind.value, reason)


def _record(act: Act, certificate: Certificate, what: str, reason: str) -> None:
    audit.record(
        act,
        action=f"certificate.{what}",
        subject=certificate,
        organisation_id=certificate.organisation_id,
        reason=reason,
        level=certificate.level.value,
    )
