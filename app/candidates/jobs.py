"""Forgetting people: who asked for it, of whom nothing is heard, and what was kept of them as long as it must be."""

import uuid
from datetime import datetime, time

from app.kernel.context import now, settings, today
from app.kernel.database import own_transaction
from app.kernel.forms.once import forget_submits_of
from app.kernel.jobs import one_by_one
from ground.act import Act
from ground.dates import NORWAY, add_months
from matching.candidates import forgetting, requests, retention
from matching.candidates.retention import Periods
from matching.records.tables.candidate import Candidate


def forget_who_asked() -> int:
    """Delete those who asked for it and have had their days to regret it. Returns how many."""
    with own_transaction() as short:
        due = forgetting.due_for_deletion(short, now=now())
    return one_by_one("forget_who_asked", due, _forget)


def forget_who_is_silent() -> int:
    """Warn those of whom nothing has been heard for long, and delete those who were warned in time.

    Returns how many were warned or deleted.
    """
    periods = Periods(settings().forget_inactive_months, settings().forget_placement_months)
    with own_transaction() as short:
        near = retention.near_their_end(short, periods, today=today())
        act = Act(short, None, now())
        retention.call_off_warnings(act, still_near={one.candidate_id for one in near})
    warned = one_by_one("forget_who_is_silent", [one.candidate_id for one in near], retention.warn)
    due = [one.candidate_id for one in near if one.is_due(now(), today())]
    return warned + one_by_one("forget_who_is_silent", due, _forget)


def forget_what_was_kept() -> int:
    """Remove what was kept of people who are forgotten, when it has been kept as long as it must be."""
    with own_transaction() as short:
        act = Act(short, None, now())
        reads_before = add_months(today(), -settings().read_log_months)
        over_before = add_months(today(), -settings().agreement_months)
        gone = forgetting.forget_old_reads(act, before=datetime.combine(reads_before, time(), NORWAY))
        agreed_before = datetime.combine(over_before, time(), NORWAY)
        return gone + forgetting.empty_old_agreements(act, over_before=over_before, agreed_before=agreed_before)


def remind_of_requests() -> int:
    """Remind counsellors of requests whose last day is near or past. Returns how many mails were new."""
    with own_transaction() as short:
        near = requests.to_remind_of(short, today())
    return one_by_one("remind_of_requests", near, requests.remind)


def _forget(act: Act, candidate_id: uuid.UUID) -> int:
    """What the web keeps of the person's account goes first, since it refers to it."""
    user_id = act.session.get_one(Candidate, candidate_id).user_id
    if user_id is not None:
        forget_submits_of(act.session, user_id=user_id)
    forgetting.forget(act, candidate_id=candidate_id)
    return 1
