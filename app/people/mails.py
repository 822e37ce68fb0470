"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from collections.abc import Mapping
from typing import Any

from app.kernel.context import settings
from app.kernel.house import MailPage, mail_page
from register.joining.mails import JoiningMail
from register.roles.giving import reopening_token
from register.roles.mails import COUNTY, OFFICE, RoleMail


def _with_its_token(params: Mapping[str, Any]) -> dict[str, str]:
    role_proposal_id = str(params["role_proposal_id"])
    return {"role_proposal_id": role_proposal_id, "token": reopening_token(role_proposal_id, key=settings().secret)}


MAILS: dict[str, tuple[MailPage, ...]] = {
    JoiningMail.COLLEAGUE_INVITED: (mail_page("auth.invitations"),),
    RoleMail.ROLE_TO_CONFIRM: (mail_page("county.role_proposal", "role_proposal_id"),),
    RoleMail.ROLE_OFFERED: (mail_page("auth.offers"),),
    RoleMail.REOPENING_OFFERED: (mail_page("public.reopening", "role_proposal_id", derive=_with_its_token),),
    RoleMail.ROLE_ANSWERED: (
        mail_page("county.role_proposal", "role_proposal_id", party=COUNTY),
        mail_page("office.roles_here", "office_id", party=OFFICE),
    ),
    RoleMail.OFFICE_HAS_LEADER: (mail_page("counsellor.colleagues"),),
    RoleMail.ROLE_CHANGED: (mail_page("employer.colleagues", "orgnr"),),
    RoleMail.ROLE_TAKEN: (mail_page("auth.home"),),
    RoleMail.USER_CLOSED: (mail_page("public.front"),),
    RoleMail.ADMINISTRATOR_GONE: (mail_page("county.user", "user_id"),),
}
