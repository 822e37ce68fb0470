"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from certification.cases.mails import CaseMail
from certification.decisions.mails import DecisionMail

EMPLOYERS_CASE = mail_page("employer.assessment", "orgnr")

MAILS: dict[str, tuple[MailPage, ...]] = {
    CaseMail.ASSESSMENT_ASSIGNED: (mail_page("certifier.assessment", "assessment_id"),),
    CaseMail.ASSESSMENT_RETURNED: (EMPLOYERS_CASE,),
    DecisionMail.ASSESSMENT_DECIDED: (EMPLOYERS_CASE,),
}
