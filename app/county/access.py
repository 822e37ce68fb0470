"""Who may use the county's pages. The county never sees identifiable candidates (law-and-facts.md 3.1)."""

from app.access.rules import Access, with_role
from app.county.case_access import CASE_ACCESS
from app.county.certificate_access import CERTIFICATE_ACCESS
from app.county.relations import authority_request_there, office_there, organisation_there, user_there
from register.roles.types import COUNTY_ROLES, Role

ACCESS: dict[str, Access] = {
    **CASE_ACCESS,
    **CERTIFICATE_ACCESS,
    "county.jobs_csv": with_role(
        Role.ANALYST, Role.PROGRAMME_LEAD, purpose="follow a figure back to its events", logs_read=True
    ),
    "county.jobs": with_role(Role.ANALYST, Role.PROGRAMME_LEAD, purpose="follow a figure back to its events"),
    "county.front": with_role(*COUNTY_ROLES, purpose="run the scheme"),
    "county.authority_requests": with_role(Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer"),
    "county.authority_request": with_role(
        Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer", relation=authority_request_there
    ),
    "county.authority_request_confirm": with_role(
        Role.PROGRAMME_LEAD, purpose="confirm who may bind an employer", relation=authority_request_there
    ),
    "county.authority_request_reject": with_role(
        Role.PROGRAMME_LEAD, purpose="say no to a request for authority", relation=authority_request_there
    ),
    "county.authority_request_letter": with_role(
        Role.PROGRAMME_LEAD, purpose="post a code to an employer", relation=authority_request_there
    ),
    "county.organisations": with_role(Role.PROGRAMME_LEAD, purpose="know the employers of the scheme"),
    "county.organisation": with_role(
        Role.PROGRAMME_LEAD, purpose="know the employers of the scheme", relation=organisation_there
    ),
    "county.organisation_county_unit": with_role(
        Role.PROGRAMME_LEAD, purpose="tell the county's own units from others", relation=organisation_there
    ),
    "county.users": with_role(Role.ADMINISTRATOR, purpose="let people in"),
    "county.user_invite": with_role(Role.ADMINISTRATOR, purpose="let people in"),
    "county.user": with_role(Role.ADMINISTRATOR, purpose="see and correct a user", relation=user_there),
    "county.user_give_role": with_role(Role.ADMINISTRATOR, purpose="give a role", relation=user_there),
    "county.user_take_role": with_role(Role.ADMINISTRATOR, purpose="take a role back", relation=user_there),
    "county.user_close": with_role(Role.ADMINISTRATOR, purpose="close a user", relation=user_there),
    "county.user_reopen": with_role(Role.ADMINISTRATOR, purpose="let a closed user in again", relation=user_there),
    "county.offices": with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"),
    "county.office_new": with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices"),
    "county.office": with_role(Role.ADMINISTRATOR, purpose="keep the list of NAV offices", relation=office_there),
}
