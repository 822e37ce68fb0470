"""Who may use the county's pages of cases: programme leads run them, programme leads and council decide."""

from app.access.rules import Access, with_role
from app.county.case_relations import known_edition, submitted_case
from register.roles.types import COUNTY_ROLES, Role

LEAD, COUNCIL = Role.PROGRAMME_LEAD, Role.COUNCIL

CASE_ACCESS: dict[str, Access] = {
    "county.assessments": with_role(LEAD, COUNCIL, purpose="see which cases wait for what"),
    "county.assessment": with_role(LEAD, COUNCIL, purpose="prepare a decision", relation=submitted_case),
    "county.assessment_area": with_role(LEAD, COUNCIL, purpose="prepare a decision", relation=submitted_case),
    "county.assessment_evidence_file": with_role(
        LEAD, COUNCIL, purpose="look at evidence before a decision", relation=submitted_case
    ),
    "county.assessment_assign": with_role(LEAD, purpose="choose a certifier", relation=submitted_case),
    "county.assessment_release": with_role(LEAD, purpose="take a case from a certifier", relation=submitted_case),
    "county.assessment_propose": with_role(LEAD, COUNCIL, purpose="propose a decision", relation=submitted_case),
    "county.assessment_confirm": with_role(
        LEAD, COUNCIL, purpose="confirm a decision as the second person", relation=submitted_case
    ),
    "county.assessment_refuse": with_role(LEAD, COUNCIL, purpose="refuse a proposed decision", relation=submitted_case),
    "county.assessment_back": with_role(LEAD, COUNCIL, purpose="ask the certifier for more", relation=submitted_case),
    "county.editions": with_role(*COUNTY_ROLES, purpose="read the criteria"),
    "county.edition": with_role(*COUNTY_ROLES, purpose="read the criteria", relation=known_edition),
}
