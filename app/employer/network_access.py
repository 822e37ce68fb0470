"""Who may use the employer's pages for its certificate and the network: everybody who works there."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Access, Arguments, in_organisation
from certification.network import queries as network


def shown_gathering(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The gathering in the address is published; drafts are the county's own."""
    network.shown_gathering(session, arguments["gathering_id"])


NETWORK_ACCESS: dict[str, Access] = {
    "employer.certificate": in_organisation(purpose="see one's own certificate"),
    "employer.network": in_organisation(purpose="see the network"),
    "employer.network_gathering": in_organisation(purpose="see a gathering", relation=shown_gathering),
    "employer.network_sign_up": in_organisation(purpose="sign up for a gathering", relation=shown_gathering),
    "employer.network_withdraw": in_organisation(purpose="take a sign-up back", relation=shown_gathering),
}
