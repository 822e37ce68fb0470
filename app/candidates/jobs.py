"""Forgetting people: who asked for it, of whom nothing is heard, and what was kept of them as long as it must be."""

import uuid
from collections.abc import Callable
from datetime import datetime, time
from functools import partial

from app.kernel.context import now, settings, today
from app.kernel.database import own_transaction
from app.kernel.forms.once import forget_submits_of
from app.kernel.jobs import one_by_one
from ground.act import Act
from ground.dates import NORWAY, add_months
from ground.locks import held
from matching.candidates import forgetting, requests, retention
from matching.candidates.retention import Periods
from matching.records.tables.candidate import Candidate


def forget_who_asked() -> int:
    """Delete those who asked for it and have had their days to regret it. Returns how many."""
    with own_transaction() as short:
        due = forgetting.due_for_deletion(short, now=now())
    return one_by_one("forget_who_asked", due, partial(_forget, still=forgetting.still_wants_it))


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
    return warned + one_by_one("forget_who_is_silent", due, partial(_forget, still=forgetting.still_silent))


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


def _forget(act: Act, candidate_id: uuid.UUID, *, still: Callable[[Candidate, datetime], bool]) -> int:
    """What the web keeps of the person's account goes first, since it refers to it.

    Looked at again now that the candidate is held: they may have said since the list was read that they stay.
    """
    person = held(act.session, Candidate, candidate_id)
    if not still(person, act.now):
        return 0
    if person.user_id is not None:
        forget_submits_of(act.session, user_id=person.user_id)
    forgetting.forget(act, candidate_id=candidate_id)
    return 1
