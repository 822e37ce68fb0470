"""The register's tables, one file per thing."""

from certification.register.models.audit import AuditEvent
from certification.register.models.authority import AuthorityRequest
from certification.register.models.organisation import Organisation, Workplace
from certification.register.models.outbox import OutboxMessage
from certification.register.models.people import NavOffice, RoleGrant, User
from certification.register.models.sign_in import SignInLink, UserSession

__all__ = [
    "AuditEvent",
    "AuthorityRequest",
    "NavOffice",
    "Organisation",
    "OutboxMessage",
    "RoleGrant",
    "SignInLink",
    "User",
    "UserSession",
    "Workplace",
]
