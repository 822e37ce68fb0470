"""What waits at the doors: those who hold a telephone, do not come in, and want to be called."""

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.principal import Principal
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting, key_of
from app.words.people import named
from matching.doors.calling import calls_to_make


def for_counsellor(session: Session, who: Principal) -> list[Waiting]:
    """The calls that the counsellor is asked for."""
    calls = calls_to_make(session, counsellor_id=who.id, office_ids=who.office_ids, most=MOST_OF_A_KIND)
    return [
        Waiting(
            key=key_of(call.candidate),
            about=named(call.candidate),
            verb=_("Ring"),
            url=url_for("counsellor.candidate_show", candidate_id=call.candidate_id),
            since=call.asked_at,
            candidate=call.candidate,
        )
        for call in calls
    ]
