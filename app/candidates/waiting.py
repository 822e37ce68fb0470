"""What waits around candidates: what the young have asked about their own data, and a person must answer."""

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.principal import Principal
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting, key_of
from app.words.people import named
from matching.candidates.requests import first_of_offices


def for_counsellor(session: Session, who: Principal) -> list[Waiting]:
    """The requests that wait for an answer at the counsellor's offices."""
    return [
        Waiting(
            key=key_of(one.candidate),
            about=named(one.candidate),
            verb=_("Svar på kravet"),
            url=url_for("counsellor.request_show", request_id=one.id),
            due=one.due_on,
            since=one.asked_at,
            candidate=one.candidate,
        )
        for one in first_of_offices(session, who.office_ids, most=MOST_OF_A_KIND)
    ]
