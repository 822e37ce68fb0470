"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from certification.certificates.mails import CertificateMail

MAILS: dict[str, tuple[MailPage, ...]] = {
    CertificateMail.CERTIFICATE_CHANGED: (mail_page("employer.certificate", "orgnr"),),
}
