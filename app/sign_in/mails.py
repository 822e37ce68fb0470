"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from register.sign_in.mails import SignInMail

MAILS: dict[str, tuple[MailPage, ...]] = {
    SignInMail.SIGN_IN: (mail_page("auth.open_link", "token"),),
}
