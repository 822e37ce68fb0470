"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from app.kernel.house import MailPage, mail_page
from register.joining.mails import JoiningMail

SIGN_IN = mail_page("auth.sign_in")

MAILS: dict[str, tuple[MailPage, ...]] = {
    JoiningMail.COLLEAGUE_INVITED: (mail_page("auth.invitations"),),
    JoiningMail.USER_INVITED: (SIGN_IN,),
}
