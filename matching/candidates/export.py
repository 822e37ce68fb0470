"""Everything that is kept about a candidate, as plain values for a file they take along (GDPR articles 15 and 20)."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from matching.disclosures.reads import reads_of
from matching.placements.content import content_of
from matching.records.profiles import profile_of
from matching.records.queries import candidates as queries
from matching.records.queries import placements as placement_queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal

ALL_READS = 100_000


def everything_about(session: Session, candidate: Candidate) -> dict[str, Any]:
    """Profile, proposals with their reasons, what was shared, placements, and who has looked."""
    return {
        "profile": {name: _plain(value) for name, value in asdict(profile_of(candidate)).items()},
        "office": candidate.nav_office.name,
        "registered_at": _plain(candidate.created_at),
        "proposals": [_proposal(one) for one in queries.proposals_and_sharings_of(session, candidate.id)],
        "placements": [_placement(one) for one in placement_queries.of_candidate(session, candidate.id)],
        "looked_at_by": [
            {
                "at": _plain(read.at),
                "who": read.user.display_name,
                "role": read.role.value,
                "employer": read.organisation.name if read.organisation else None,
                "purpose": str(read.purpose),
                "what": read.what.value,
            }
            for read in reads_of(session, candidate.id, most=ALL_READS)
        ],
    }


def _placement(placement: Placement) -> dict[str, Any]:
    """Agreement, approvals and talks are about the person too, also the reason of an ending."""
    agreement = asdict(content_of(placement.agreement))
    return {
        "place": placement.opening.title,
        "employer": placement.opening.organisation.name,
        "kind": placement.kind.value,
        "coordinator": placement.coordinator.display_name,
        "state": placement.state.value,
        "begun_at": _plain(placement.begun_at),
        "agreed_at": _plain(placement.agreed_at),
        "agreement": {name: _plain(value) for name, value in agreement.items()},
        "approvals": [
            {
                "by": one.party.value,
                "at": _plain(one.approved_at),
                "version": one.agreement_version,
                "on_behalf_because": one.on_behalf_reason,
            }
            for one in placement.agreement.approvals
        ],
        "started_on": _plain(placement.started_on),
        "ended_on": _plain(placement.ended_on),
        "end_reason": placement.end_reason,
        "talks": [
            {
                "week": one.week,
                "due_on": _plain(one.due_on),
                "state": one.state.value,
                "done_at": _plain(one.done_at),
                "still_there": one.still_there,
                "skip_reason": one.skip_reason,
                "agreed_next": one.agreed_next,
            }
            for one in placement.follow_ups
        ],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "place": proposal.opening.title,
        "employer": proposal.opening.organisation.name,
        "proposed_at": _plain(proposal.proposed_at),
        "note": proposal.note,
        "state": proposal.state.value,
        "answered_at": _plain(proposal.answered_at),
        "reasons": proposal.snapshot,
        "shared": [
            {
                "from": _plain(one.given_at),
                "until": _plain(one.withdrawn_at),
                "what": one.shared,
                "adaptations": one.adaptations,
            }
            for one in proposal.disclosures
        ],
    }


def _plain(value: object) -> object:
    """Dates and times as ISO text, sets as lists; None stays «not asked»."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Collection) and not isinstance(value, str):
        return sorted(str(one) for one in value)
    return value
