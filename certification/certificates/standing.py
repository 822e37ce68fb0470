"""What a certificate is worth on a day, as the database works it out for lists: the rule of validity, told in SQL.

A test holds it to the rule. It rests on what `life` promises: the events of a certificate happen in the order of
their numbers.
"""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, String, and_, case, exists, extract, func, literal, select
from sqlalchemy.orm import aliased

from certification.certificates.models import Certificate, CertificateEvent
from certification.certificates.types import CertificateEventKind as Kind
from certification.certificates.types import CertificateStatus
from certification.certificates.validity import STATUSES_THAT_COUNT, recertification_opens

HUNDRED = 100
NEXT_DAY = timedelta(days=1)


def counts_on(day: date) -> ColumnElement[bool]:
    """Whether a certificate may be relied upon that day."""
    return and_(
        Certificate.valid_from <= day,
        Certificate.valid_until >= day,
        status_on(day).in_(sorted(STATUSES_THAT_COUNT)),
    )


def status_on(day: date) -> ColumnElement[str]:
    """The status of a certificate on a day, as the word that is stored for it nowhere."""
    ways: list[tuple[ColumnElement[bool], CertificateStatus]] = [
        (Certificate.valid_from > day, CertificateStatus.NOT_YET_VALID),
        (_happened(Kind.WITHDRAWN, day), CertificateStatus.WITHDRAWN),
        (_happened(Kind.REPLACED, day), CertificateStatus.REPLACED),
        (Certificate.valid_until < day, CertificateStatus.EXPIRED),
        (_suspended(day), CertificateStatus.SUSPENDED),
        (_report_overdue(day), CertificateStatus.ANNUAL_REPORT_OVERDUE),
        (Certificate.valid_until <= _last_that_opens(day), CertificateStatus.EXPIRES_SOON),
    ]
    words = [(condition, literal(status.value, String)) for condition, status in ways]
    return case(*words, else_=literal(CertificateStatus.VALID.value, String))


def _happened(kind: Kind, day: date) -> ColumnElement[bool]:
    return exists().where(
        CertificateEvent.certificate_id == Certificate.id,
        CertificateEvent.kind == kind,
        CertificateEvent.occurred_on <= day,
    )


def _suspended(day: date) -> ColumnElement[bool]:
    """It was suspended by that day, and since then not reinstated by that day."""
    lifted = aliased(CertificateEvent)
    return exists().where(
        CertificateEvent.certificate_id == Certificate.id,
        CertificateEvent.kind == Kind.SUSPENDED,
        CertificateEvent.occurred_on <= day,
        ~exists().where(
            lifted.certificate_id == CertificateEvent.certificate_id,
            lifted.kind == Kind.REINSTATED,
            lifted.number > CertificateEvent.number,
            lifted.occurred_on <= day,
        ),
    )


def _report_overdue(day: date) -> ColumnElement[bool]:
    """Fewer reports have come by that day than were due before it and before the certificate's own last day."""
    come = (
        select(func.count(CertificateEvent.id))
        .where(
            CertificateEvent.certificate_id == Certificate.id,
            CertificateEvent.kind == Kind.ANNUAL_REPORT,
            CertificateEvent.occurred_on <= day,
        )
        .scalar_subquery()
    )
    before_day = _anniversaries(literal(day.year), literal(day.month * HUNDRED + day.day))
    until = Certificate.valid_until
    return and_(come < before_day, come < _anniversaries(extract("year", until), _in_year(until)))


def _anniversaries(year: ColumnElement[Any], in_year: ColumnElement[Any]) -> ColumnElement[Any]:
    """How many whole years after its first day have gone by before a day of a year.

    One that began on a 29 February has its day on the 28th in other years; both stand before 1 March and not before
    the 28th, so that the day in the year is compared as it stands.
    """
    passed = case((_in_year(Certificate.valid_from) < in_year, 0), else_=1)
    return year - extract("year", Certificate.valid_from) - passed


def _in_year(day: SQLColumnExpression[date]) -> ColumnElement[Any]:
    return extract("month", day) * HUNDRED + extract("day", day)


def _last_that_opens(day: date) -> date:
    """The latest last day of a certificate for which the next round may have begun by a day."""
    last = day
    while recertification_opens(last + NEXT_DAY) <= day:
        last += NEXT_DAY
    return last
