"""What cannot be done to a certificate."""

from ground.errors import DomainError


class CertificateNotValid(DomainError):
    """The certificate is not in a state in which this can be done to it."""


class ReportNotDue(DomainError):
    """No annual report is expected of the certificate now."""
