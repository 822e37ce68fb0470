"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from matching.disclosures.mails import DisclosureMail

MAILS: dict[str, tuple[MailPage, ...]] = {DisclosureMail.MANY_CANDIDATES_READ: (mail_page("county.many_reads"),)}
