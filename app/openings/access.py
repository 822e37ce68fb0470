"""What ties a place to its employer, and who there may change it."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, Forbidden, relation
from app.kernel.context import today
from app.kernel.principal import Principal
from matching.records.opening_standing import standing_of
from matching.records.queries.openings import opening_of, whole_opening_of
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED
from register.roles.types import Role


@relation("opening")
def employers_opening(session: Session, _principal: Principal, arguments: Arguments) -> Opening:
    """The opening in the address is one of this employer."""
    return opening_of(session, arguments["orgnr"], arguments["opening_id"])


@relation("opening")
def employers_whole_opening(session: Session, _principal: Principal, arguments: Arguments) -> Opening:
    """The same, with all that is said of it."""
    return whole_opening_of(session, arguments["orgnr"], arguments["opening_id"])


@relation("opening")
def employers_opening_to_edit(session: Session, principal: Principal, arguments: Arguments) -> Opening:
    """Everybody there writes drafts; what is shown to others, only leaders change."""
    opening = whole_opening_of(session, arguments["orgnr"], arguments["opening_id"])
    if (
        standing_of(opening, today()) in OFFERED
        and principal.role_in_organisation(arguments["orgnr"]) is not Role.LEADER
    ):
        raise Forbidden
    return opening
