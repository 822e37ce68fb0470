"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from matching.openings.mails import OpeningMail

MAILS: dict[str, tuple[MailPage, ...]] = {
    OpeningMail.OPENING_EXPIRING: (mail_page("employer.opening_show", "orgnr", "opening_id"),),
}
