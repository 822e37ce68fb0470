"""A look at a candidate, written down where it is made: by a counsellor, or by an employer's leader."""

import uuid
from collections.abc import Sequence

from app.kernel.auth import signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.organisations.current import current_organisation
from matching.disclosures.reads import log_list, log_read
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


def log_look(candidate: Candidate, *, purpose: ReadPurpose, what: ReadWhat) -> None:
    """Write down that a leader of the employer in the address looked at a candidate who said yes."""
    log_read(
        session(),
        candidate=candidate,
        reader=signed_in_principal().user,
        role=Role.LEADER,
        purpose=purpose,
        what=what,
        now=now(),
        organisation_id=current_organisation().id,
    )


def look_at(candidate_id: uuid.UUID, *, purpose: ReadPurpose, what: ReadWhat) -> Candidate:
    """A candidate of the counsellor's offices; the look is logged in the same transaction. Raises NotFound."""
    candidate = queries.candidate_of_offices(session(), signed_in_principal().office_ids, candidate_id)
    log(candidate, purpose=purpose, what=what)
    return candidate


def log(candidate: Candidate, *, purpose: ReadPurpose, what: ReadWhat) -> None:
    """Write down a look at a candidate who was fetched otherwise."""
    log_read(
        session(),
        candidate=candidate,
        reader=signed_in_principal().user,
        role=Role.COUNSELLOR,
        purpose=purpose,
        what=what,
        now=now(),
    )


def log_names(candidates: Sequence[Candidate], *, purpose: ReadPurpose) -> None:
    """Write down that the names stood in a list."""
    log_list(
        session(),
        candidates=candidates,
        reader=signed_in_principal().user,
        role=Role.COUNSELLOR,
        purpose=purpose,
        now=now(),
    )
