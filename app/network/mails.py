"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from certification.network.mails import NetworkMail

GATHERING = mail_page("employer.network_gathering", "orgnr", "gathering_id")

MAILS: dict[str, tuple[MailPage, ...]] = {
    NetworkMail.GATHERING_CHANGED: (GATHERING,),
    NetworkMail.GATHERING_CANCELLED: (GATHERING,),
}
