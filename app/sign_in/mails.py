"""The page that each mail leads to; its words stand in the folder `templates/mail`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.kernel.context import settings
from app.kernel.house import MailPage, mail_page
from app.words.filters import written_time
from ground.secrets import in_groups
from register.sign_in.links import link_code, link_token
from register.sign_in.mails import SignInMail


def _with_its_token(params: Mapping[str, Any]) -> dict[str, str]:
    return {"token": link_token(params["link_id"], key=settings().secret)}


def code_of_link(link_id: str) -> str:
    """The code that stands in the mail beside the link; it lies in no outbox."""
    return in_groups(link_code(link_id, key=settings().secret))


def written_moment(kept: str) -> str:
    """A moment that a mail carries, as it is read aloud."""
    return written_time(datetime.fromisoformat(kept))


MAILS: dict[str, tuple[MailPage, ...]] = {
    SignInMail.SIGN_IN: (
        mail_page("auth.open_link", "link_id", derive=_with_its_token),
        mail_page("auth.open_link", "token"),  # put in the outbox by a version that kept the token there
    ),
    SignInMail.NEW_BROWSER: (mail_page("auth.account"),),
}
