"""Telling the three parties of a placement what has happened: which placement, for which of them, and nothing else."""

import uuid
from collections.abc import Collection

from ground.act import Act
from matching.doors import links as own_links
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty
from register.people import mail
from register.people.models import User
from register.roles.grants import people_with_role
from register.roles.types import Role

ALL_THREE = frozenset(ApprovalParty)


def tell(
    act: Act,
    placement: Placement,
    kind: str,
    *,
    parties: Collection[ApprovalParty] = ALL_THREE,
    but_not: uuid.UUID | None = None,
) -> None:
    """Mail these parties, each with a link to the placement on their own pages; not `but_not`, who did it."""
    if ApprovalParty.EMPLOYER in parties:
        tell_employer(act, placement, kind, but_not=but_not)
    if ApprovalParty.COUNSELLOR in parties and placement.coordinator_id != but_not:
        tell_counsellor(act, placement.coordinator, kind, placement_id=placement.id)
    if ApprovalParty.CANDIDATE in parties and placement.candidate.user_id != but_not:
        tell_candidate(act, placement, kind)


def tell_employer(
    act: Act, placement: Placement, kind: str, *, but_not: uuid.UUID | None = None, once_key: str | None = None
) -> int:
    """Mail the employer's leaders, but not the one who did it. Returns how many mails were new."""
    sent = 0
    for leader in people_with_role(act.session, Role.LEADER, organisation_id=placement.opening.organisation_id):
        if leader.id == but_not:
            continue
        key = f"{once_key}-{leader.id}" if once_key else None
        message = mail.enqueue_to(
            act,
            leader,
            kind=kind,
            once_key=key,
            party=ApprovalParty.EMPLOYER.value,
            orgnr=placement.opening.organisation.orgnr,
            placement_id=str(placement.id),
        )
        sent += message is not None
    return sent


def tell_candidate(act: Act, placement: Placement, kind: str) -> None:
    """Mail the candidate who has given an address, in the language they use in Plass."""
    own_links.enqueue_to(
        act, placement.candidate, kind=kind, party=ApprovalParty.CANDIDATE.value, placement_id=str(placement.id)
    )


def tell_counsellor(act: Act, user: User, kind: str, *, once_key: str | None = None, **subject: uuid.UUID) -> bool:
    """Mail one counsellor. `subject` is what it is about, by its id. Returns whether the mail was new."""
    ids = {name: str(value) for name, value in subject.items()}
    message = mail.enqueue_to(act, user, kind=kind, once_key=once_key, party=ApprovalParty.COUNSELLOR.value, **ids)
    return message is not None
