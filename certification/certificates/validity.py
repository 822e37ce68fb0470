"""What a certificate is worth on a given day, derived from facts (certification.md 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from certification.certificates.types import CertificateStatus
from certification.criteria.editions.schema import Level
from ground.dates import add_months

EXPIRES_SOON_MONTHS = 6
MONTHS_BETWEEN_REPORTS = 12
REPORT_OPENS_MONTHS = 3
STATUSES_THAT_COUNT = frozenset(
    {CertificateStatus.VALID, CertificateStatus.EXPIRES_SOON, CertificateStatus.ANNUAL_REPORT_OVERDUE}
)


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time without a valid certificate; both days are included, and `until` None is not lifted yet."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What has happened to a certificate. `annual_reports` tells for year 1, 2, … when it was delivered."""

    valid_from: date
    valid_until: date
    withdrawn_on: date | None = None
    replaced_on: date | None = None
    suspensions: tuple[Suspension, ...] = ()
    annual_reports: Mapping[int, date] = field(default_factory=dict)


def valid_until(level: Level, valid_from: date) -> date:
    """The last day that the level lasts: the same date after its months, included."""
    return add_months(valid_from, level.duration_months)


def status_on(facts: CertificateFacts, day: date) -> CertificateStatus:
    """The status on any day, also a past one: only what had happened by then is looked at.

    What ends a certificate comes first, then expiry, then what only weakens it. It counts as long as the
    status is one of `STATUSES_THAT_COUNT`.
    """
    if day < facts.valid_from:
        return CertificateStatus.NOT_YET_VALID
    if facts.withdrawn_on is not None and day >= facts.withdrawn_on:
        return CertificateStatus.WITHDRAWN
    if facts.replaced_on is not None and day >= facts.replaced_on:
        return CertificateStatus.REPLACED
    if day > facts.valid_until:
        return CertificateStatus.EXPIRED
    if any(_suspended(suspension, day) for suspension in facts.suspensions):
        return CertificateStatus.SUSPENDED
    if overdue_report(facts, day) is not None:
        return CertificateStatus.ANNUAL_REPORT_OVERDUE
    if day >= recertification_opens(facts.valid_until):
        return CertificateStatus.EXPIRES_SOON
    return CertificateStatus.VALID


def counts_on(facts: CertificateFacts, day: date) -> bool:
    """Whether the certificate may be relied upon that day."""
    return status_on(facts, day) in STATUSES_THAT_COUNT


def recertification_opens(last_day: date) -> date:
    """The first day on which the next round may begin: some months before the last day."""
    return add_months(last_day, -EXPIRES_SOON_MONTHS)


def report_due(facts: CertificateFacts, year: int) -> date | None:
    """The last day for the report of year 1, 2, …; None for a year that ends with the certificate itself."""
    due = add_months(facts.valid_from, MONTHS_BETWEEN_REPORTS * year)
    return due if due < facts.valid_until else None


def next_report(facts: CertificateFacts) -> date | None:
    """The last day for the first report that has not come; None when no more are asked for."""
    return report_due(facts, len(facts.annual_reports) + 1)


def reports_open(due: date) -> date:
    """The first day on which a report can be delivered: some months before its last day."""
    return add_months(due, -REPORT_OPENS_MONTHS)


def overdue_report(facts: CertificateFacts, day: date) -> int | None:
    """The first year whose report was due before that day and was not delivered by then."""
    year = 1
    while (due := report_due(facts, year)) is not None and due < day:
        delivered = facts.annual_reports.get(year)
        if delivered is None or delivered > day:
            return year
        year += 1
    return None


def _suspended(suspension: Suspension, day: date) -> bool:
    return suspension.since <= day and (suspension.until is None or day <= suspension.until)
