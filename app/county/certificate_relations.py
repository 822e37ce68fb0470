"""What the thing in a county address must be: there at all. The county's roles reach every employer."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from certification.certificates import queries as certificates
from certification.network import queries as network


def certificate(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The certificate in the address exists."""
    certificates.certificate(session, arguments["certificate_id"])


def gathering(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The gathering in the address exists."""
    network.gathering(session, arguments["gathering_id"])
