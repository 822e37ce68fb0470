"""What the thing in a county address must be: there at all. The county's roles reach every employer."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.certificates import queries as certificates
from certification.certificates.models import Certificate
from certification.network import queries as network
from certification.network.models import Gathering


@relation("certificate")
def known_certificate(session: Session, _principal: Principal, arguments: Arguments) -> Certificate:
    """The certificate in the address exists."""
    return certificates.certificate(session, arguments["certificate_id"])


@relation("gathering")
def known_gathering(session: Session, _principal: Principal, arguments: Arguments) -> Gathering:
    """The gathering in the address exists."""
    return network.gathering(session, arguments["gathering_id"])
