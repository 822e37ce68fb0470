"""What is mailed about a certificate."""

from enum import StrEnum


class CertificateMail(StrEnum):
    """What is mailed about a certificate."""

    CERTIFICATE_CHANGED = "certificate_changed"
