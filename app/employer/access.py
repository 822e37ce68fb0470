"""Who may use the employer's pages: those with a role in the organisation whose number stands in the address."""

from app.access.rules import Access, in_organisation, signed_in
from app.employer import relations
from app.employer.assessment_access import ASSESSMENT_ACCESS
from app.employer.network_access import NETWORK_ACCESS
from app.placements.relations import employers_placement, employers_proposal, employers_proposal_to_answer
from register.roles.types import Role

ACCESS: dict[str, Access] = {
    **ASSESSMENT_ACCESS,
    **NETWORK_ACCESS,
    "employer.proposal_answer": in_organisation(
        Role.LEADER, purpose="answer a candidate who said yes", relation=employers_proposal_to_answer
    ),
    "employer.proposal_decline": in_organisation(
        Role.LEADER, purpose="answer a candidate who said yes", relation=employers_proposal, logs_read=True
    ),
    "employer.candidates": in_organisation(Role.LEADER, purpose="meet candidates who said yes", logs_read=True),
    "employer.placements_list": in_organisation(Role.LEADER, purpose="keep agreements", logs_read=True),
    "employer.placement_show": in_organisation(
        Role.LEADER, purpose="read an agreement", relation=employers_placement, logs_read=True
    ),
    "employer.placement_edit": in_organisation(
        Role.LEADER, purpose="write an agreement", relation=employers_placement, logs_read=True
    ),
    "employer.placement_approve": in_organisation(
        Role.LEADER, purpose="approve an agreement", relation=employers_placement
    ),
    "employer.placement_start": in_organisation(
        Role.LEADER, purpose="confirm a start", relation=employers_placement, logs_read=True
    ),
    "employer.placement_end": in_organisation(
        Role.LEADER, purpose="record an ending", relation=employers_placement, logs_read=True
    ),
    "employer.register": signed_in("register an employer"),
    "employer.confirm_registration": signed_in("register an employer"),
    "employer.front": in_organisation(purpose="see what there is to do"),
    "employer.authority": in_organisation(purpose="see how one's own authority stands"),
    "employer.authority_ask": in_organisation(purpose="ask for authority"),
    "employer.authority_code": in_organisation(purpose="prove authority with the posted code"),
    "employer.colleagues": in_organisation(purpose="see who may do what"),
    "employer.colleague_invite": in_organisation(Role.LEADER, purpose="let a colleague in"),
    "employer.colleague_role": in_organisation(
        Role.LEADER, purpose="change what a colleague may do", relation=relations.colleague
    ),
    "employer.colleague_remove": in_organisation(
        Role.LEADER, purpose="take a colleague's role back", relation=relations.colleague
    ),
    "employer.workplaces": in_organisation(purpose="see where work is done"),
    "employer.workplaces_refresh": in_organisation(Role.LEADER, purpose="fetch the workplaces from Enhetsregisteret"),
    "employer.openings": in_organisation(purpose="see the places on offer"),
    "employer.opening_new": in_organisation(purpose="write a place"),
    "employer.opening_show": in_organisation(purpose="see a place", relation=relations.employers_opening),
    "employer.opening_edit": in_organisation(purpose="write a place", relation=relations.employers_opening_to_edit),
    "employer.opening_copy": in_organisation(purpose="write a place", relation=relations.employers_opening),
    "employer.opening_publish": in_organisation(
        Role.LEADER, purpose="publish a place", relation=relations.employers_opening
    ),
    "employer.opening_close": in_organisation(
        Role.LEADER, purpose="take a place away", relation=relations.employers_opening
    ),
}
