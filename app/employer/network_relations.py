"""What ties a gathering to the employers who read of it."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.network import queries as network
from certification.network.models import Gathering


@relation("gathering")
def shown_gathering(session: Session, _principal: Principal, arguments: Arguments) -> Gathering:
    """The gathering in the address is published; drafts are the county's own."""
    return network.shown_gathering(session, arguments["gathering_id"])
