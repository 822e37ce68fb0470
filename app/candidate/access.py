"""Who may use the young person's pages: only the young person."""

from app.access.rules import Access, everyone, with_role
from app.candidate.relations import oneself, own_proposal
from app.placements.relations import own_placement
from register.roles.types import Role

ACCESS: dict[str, Access] = {
    "candidate.placement_show": with_role(Role.CANDIDATE, purpose="read one's own agreement", relation=own_placement),
    "candidate.placement_approve": with_role(
        Role.CANDIDATE, purpose="approve one's own agreement", relation=own_placement
    ),
    "candidate.enter_code": everyone("sign in with a code from the counsellor"),
    "candidate.front": with_role(Role.CANDIDATE, purpose="see one's own proposals", relation=oneself),
    "candidate.proposal_show": with_role(Role.CANDIDATE, purpose="read one's own proposal", relation=own_proposal),
    "candidate.proposal_yes": with_role(Role.CANDIDATE, purpose="answer one's own proposal", relation=own_proposal),
    "candidate.proposal_no": with_role(Role.CANDIDATE, purpose="answer one's own proposal", relation=own_proposal),
    "candidate.proposal_undo": with_role(Role.CANDIDATE, purpose="take one's own yes back", relation=own_proposal),
    "candidate.profile": with_role(Role.CANDIDATE, purpose="see what is written", relation=oneself),
    "candidate.profile_edit": with_role(Role.CANDIDATE, purpose="correct what is written", relation=oneself),
    "candidate.profile_pause": with_role(Role.CANDIDATE, purpose="take a pause", relation=oneself),
    "candidate.readers": with_role(Role.CANDIDATE, purpose="see who has looked", relation=oneself),
    "candidate.export": with_role(Role.CANDIDATE, purpose="take one's data along", relation=oneself),
}
