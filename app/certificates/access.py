"""Certificates that are there. The county's roles reach every employer."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.certificates import queries as certificates
from certification.certificates.models import Certificate


@relation("certificate")
def known_certificate(session: Session, _principal: Principal, arguments: Arguments) -> Certificate:
    """The certificate in the address exists."""
    return certificates.certificate(session, arguments["certificate_id"])
