"""Who may use the pages of the employer's case: its people; only a leader signs or withdraws."""

from app.access.rules import Access, in_organisation
from app.employer.assessment_current import has_action, has_case, has_evidence
from register.roles.types import Role

# A page whose address names nothing but the employer finds its case itself, and is missing when there is none.
ASSESSMENT_ACCESS: dict[str, Access] = {
    "employer.assessment": in_organisation(purpose="see how the case stands"),
    "employer.assessment_start": in_organisation(purpose="start a case"),
    "employer.assessment_profile": in_organisation(purpose="answer the profile questions"),
    "employer.assessment_area": in_organisation(purpose="answer the criteria of an area", relation=has_case),
    "employer.assessment_save": in_organisation(purpose="save one answer", relation=has_case),
    "employer.assessment_evidence_add": in_organisation(purpose="add evidence", relation=has_case),
    "employer.assessment_evidence_remove": in_organisation(purpose="remove evidence", relation=has_evidence),
    "employer.assessment_evidence_file": in_organisation(purpose="fetch evidence", relation=has_evidence),
    "employer.assessment_plan": in_organisation(purpose="keep the action plan"),
    "employer.assessment_action": in_organisation(purpose="change an action", relation=has_action),
    "employer.assessment_action_remove": in_organisation(purpose="remove an action", relation=has_action),
    "employer.assessment_sign": in_organisation(Role.LEADER, purpose="sign and submit the case"),
    "employer.assessment_withdraw": in_organisation(Role.LEADER, purpose="withdraw the case"),
}
