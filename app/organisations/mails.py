"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from register.joining.access import COUNTY, EMPLOYER
from register.joining.mails import JoiningMail

EMPLOYERS_FRONT = mail_page("employer.front", "orgnr")
EMPLOYERS_WORKPLACES = mail_page("employer.workplaces", "orgnr")

MAILS: dict[str, tuple[MailPage, ...]] = {
    JoiningMail.REGISTRATION_VERIFIED: (EMPLOYERS_FRONT,),
    JoiningMail.REGISTRATION_WAITS: (EMPLOYERS_FRONT,),
    JoiningMail.REGISTRATION_REFUSED: (EMPLOYERS_FRONT,),
    JoiningMail.WORKPLACES_HANDED_OVER: (EMPLOYERS_WORKPLACES,),
    JoiningMail.WORKPLACES_TAKEN_OVER: (EMPLOYERS_WORKPLACES,),
    JoiningMail.AUTHORITY_CONFIRMED: (EMPLOYERS_FRONT,),
    JoiningMail.AUTHORITY_REJECTED: (EMPLOYERS_FRONT,),
    JoiningMail.ACCESS_ASKED: (
        mail_page("employer.colleagues", "orgnr", party=EMPLOYER),
        mail_page("county.access_requests", party=COUNTY),
    ),
    JoiningMail.ACCESS_GIVEN: (EMPLOYERS_FRONT,),
    JoiningMail.ACCESS_DECLINED: (mail_page("employer.register"),),
}
