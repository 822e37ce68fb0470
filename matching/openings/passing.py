"""What lies at a workplace goes with it when it passes to another employer: places, proposals, agreements."""

import uuid

from sqlalchemy import select

from ground import audit
from ground.act import Act
from ground.locks import held_all
from matching.openings.search_text import search_text_of
from matching.proposals.life import lapse_for_opening
from matching.records.tables.opening import Opening
from register.organisations.models import Organisation


def pass_openings(
    act: Act, *, workplace_id: uuid.UUID, from_id: uuid.UUID, to_id: uuid.UUID, same_legal_entity: bool
) -> int:
    """Let all places at a workplace go with it, in whatever state they are. Returns how many.

    Agreements and what is shared hang on the place, and go on under the new employer. Within one legal entity the
    employer in law is the same, so proposals stand too. Where the business has a new owner, a proposal that the
    employer has not answered lapses: the candidate said yes to somebody else.
    """
    to = act.session.get_one(Organisation, to_id)
    openings = held_all(
        act.session,
        Opening,
        select(Opening)
        .where(Opening.workplace_id == workplace_id, Opening.organisation_id == from_id)
        .order_by(Opening.id),
    )
    for opening in openings:
        if not same_legal_entity:
            lapse_for_opening(act, opening_id=opening.id)
        opening.organisation = to
        opening.search_text = search_text_of(opening)
        opening.changed_at = act.now
        audit.record(act, action="opening.passed_on", subject=opening, organisation_id=to.id)
    act.session.flush()
    return len(openings)
