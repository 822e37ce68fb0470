"""Who may use the counsellor's pages: counsellors, for the candidates of their own office."""

from app.access.rules import Access, Relation, with_role
from app.counsellor.relations import (
    candidate_and_opening,
    candidates_proposal,
    offered_opening,
    offices_candidate,
)
from app.placements.relations import offices_placement
from register.roles.types import Role


def _candidate(purpose: str, relation: Relation = offices_candidate) -> Access:
    """A page about a candidate of the counsellor's office; showing it writes in the log of readers."""
    return with_role(Role.COUNSELLOR, purpose=purpose, relation=relation, logs_read=True)


def _placement(purpose: str) -> Access:
    """A page about a placement of a candidate of the counsellor's offices; the look is logged."""
    return with_role(Role.COUNSELLOR, purpose=purpose, relation=offices_placement, logs_read=True)


ACCESS: dict[str, Access] = {
    "counsellor.placements_list": with_role(Role.COUNSELLOR, purpose="follow up placements", logs_read=True),
    "counsellor.placement_show": _placement("follow up a placement"),
    "counsellor.placement_edit": _placement("write an agreement"),
    "counsellor.placement_approve": _placement("approve an agreement"),
    "counsellor.placement_approve_for": _placement("approve in a candidate's place"),
    "counsellor.placement_skip_talk": _placement("record a follow-up"),
    "counsellor.placement_start": _placement("confirm a start"),
    "counsellor.placement_talk": _placement("record a follow-up"),
    "counsellor.placement_end": _placement("record an ending"),
    "counsellor.placement_cancel": _placement("stop before the start"),
    "counsellor.front": with_role(Role.COUNSELLOR, purpose="keep a caseload", logs_read=True),
    "counsellor.office": with_role(Role.COUNSELLOR, purpose="stand in for a colleague", logs_read=True),
    "counsellor.candidate_check": with_role(Role.COUNSELLOR, purpose="register a candidate"),
    "counsellor.candidate_new": with_role(Role.COUNSELLOR, purpose="register a candidate"),
    "counsellor.candidate_show": _candidate("know a candidate"),
    "counsellor.candidate_edit": _candidate("keep the profile right"),
    "counsellor.candidate_pause": _candidate("give a candidate a pause"),
    "counsellor.candidate_close": _candidate("end a candidate's part"),
    "counsellor.candidate_assign": _candidate("hand a candidate over"),
    "counsellor.candidate_code": _candidate("let a candidate sign in"),
    "counsellor.candidate_openings": _candidate("find places for a person"),
    "counsellor.candidate_opening": _candidate("propose a place", candidate_and_opening),
    "counsellor.proposal_show": _candidate("follow a proposal", candidates_proposal),
    "counsellor.proposal_withdraw": _candidate("take a proposal back", candidates_proposal),
    "counsellor.openings": with_role(Role.COUNSELLOR, purpose="know the open places"),
    "counsellor.opening_show": with_role(
        Role.COUNSELLOR, purpose="find persons for a place", relation=offered_opening, logs_read=True
    ),
}
