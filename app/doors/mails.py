"""The page that each mail leads to, and how a mail to a candidate leads through their own door."""

from collections.abc import Mapping
from typing import Any

from flask import current_app

from app.kernel.context import settings
from app.kernel.house import MailPage, mail_page
from matching.doors.links import token_of
from matching.doors.mails import DoorMail


def own_page(endpoint: str, *values: str, party: str | None = None) -> MailPage:
    """A page of a candidate's own: the mail leads to the PIN in any browser, and from there to the page."""

    def through_the_door(params: Mapping[str, Any]) -> dict[str, str]:
        page = current_app.url_map.bind("").build(endpoint, {name: params[name] for name in values})
        return {"token": token_of(params["own_link_id"], key=settings().secret), "neste": page}

    return mail_page("candidate.open_own_link", *values, "own_link_id", party=party, derive=through_the_door)


MAILS: dict[str, tuple[MailPage, ...]] = {
    DoorMail.OWN_LINK: (own_page("candidate.front"),),
    DoorMail.CONFIRM_EMAIL: (own_page("candidate.front"),),
    DoorMail.EMAIL_REPLACED: (mail_page("candidate.enter"),),
    DoorMail.CONTACT_CHANGED: (own_page("candidate.profile"),),
    DoorMail.PIN_RESET_ASKED: (own_page("candidate.front"),),
    DoorMail.PIN_CHANGED: (own_page("candidate.telephones"),),
    DoorMail.ANSWERED_FOR: (own_page("candidate.proposal_show", "proposal_id"),),
}
