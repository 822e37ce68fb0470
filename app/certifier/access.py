"""Who may use the certifier's pages: certifiers, for the assessments that the county assigned to them."""

from app.access.rules import Access, with_role
from app.certifier.relations import assigned, impartial
from register.roles.types import Role

ACCESS: dict[str, Access] = {
    "certifier.front": with_role(Role.CERTIFIER, purpose="see assigned assessments"),
    "certifier.assessment": with_role(
        Role.CERTIFIER, purpose="declare impartiality and see how the review stands", relation=assigned
    ),
    "certifier.assessment_decline": with_role(Role.CERTIFIER, purpose="give an assessment back", relation=assigned),
    "certifier.assessment_area": with_role(
        Role.CERTIFIER, purpose="look at claims and record findings", relation=impartial
    ),
    "certifier.assessment_save": with_role(Role.CERTIFIER, purpose="record one finding", relation=impartial),
    "certifier.assessment_evidence_file": with_role(Role.CERTIFIER, purpose="look at evidence", relation=impartial),
    "certifier.assessment_send_back": with_role(Role.CERTIFIER, purpose="send an assessment back", relation=impartial),
    "certifier.assessment_recommend": with_role(Role.CERTIFIER, purpose="recommend a decision", relation=impartial),
}
