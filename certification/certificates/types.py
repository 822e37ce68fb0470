"""What a certificate can be worth, and what can happen to it."""

from enum import StrEnum


class CertificateStatus(StrEnum):
    """What a certificate is worth on a given day; always derived from facts, never stored."""

    NOT_YET_VALID = "not_yet_valid"
    VALID = "valid"
    EXPIRES_SOON = "expires_soon"
    ANNUAL_REPORT_OVERDUE = "annual_report_overdue"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class CertificateEventKind(StrEnum):
    """What can happen to a certificate after it is issued."""

    SUSPENDED = "suspended"
    REINSTATED = "reinstated"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    ANNUAL_REPORT = "annual_report"
