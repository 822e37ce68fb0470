"""Gatherings: the county's own, and those that employers may see."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.network import queries as network
from certification.network.models import Gathering


@relation("gathering")
def known_gathering(session: Session, _principal: Principal, arguments: Arguments) -> Gathering:
    """The gathering in the address exists."""
    return network.gathering(session, arguments["gathering_id"])


@relation("gathering")
def shown_gathering(session: Session, _principal: Principal, arguments: Arguments) -> Gathering:
    """The gathering in the address is published; drafts are the county's own."""
    return network.shown_gathering(session, arguments["gathering_id"])
