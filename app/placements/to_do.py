"""«Å gjøre nå»: talks to hold, starts to confirm and agreements to approve, the most urgent first."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.principal import Principal
from app.kernel.translate import _
from app.words.filters import after_weeks, lower_first, written_date
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import FollowUp, Placement
from matching.waiting import desk
from matching.waiting.desk import Desk

MOST = 25


@dataclass(frozen=True)
class Task:
    """One thing to do around one candidate. `mine`: the reader is the coordinator."""

    candidate: Candidate
    what: str
    where: str
    when: str
    url: str
    late: bool
    mine: bool
    coordinator: str


@dataclass(frozen=True)
class Tasks:
    """The most urgent tasks, and whether there are more."""

    first: tuple[Task, ...] = ()
    more: bool = False


NOTHING_TO_DO = Tasks()


def to_do(session: Session, who: Principal, today: date) -> Tasks:
    """What waits in the counsellor's offices: their own first, then what colleagues have not got round to."""
    mine = Desk(who.id, who.office_ids, today, most=MOST + 1)
    tasks = [
        *(_approval(placement, who) for placement in desk.approvals(session, mine)),
        *(_start(placement, who, today) for placement in desk.starts(session, mine)),
        *(_end(placement, who) for placement in desk.endings(session, mine)),
        *(_talk(talk, who, today) for talk in desk.talks_to_hold(session, mine)),
    ]
    tasks.sort(key=lambda task: (not task.mine, not task.late))
    return Tasks(tuple(tasks[:MOST]), more=len(tasks) > MOST)


def _approval(placement: Placement, who: Principal) -> Task:
    url = url_for("counsellor.placement_show", placement_id=placement.id)
    return _task(placement, who, _("Godkjenn avtalen"), _("De to andre har godkjent"), url, late=False)


def _start(placement: Placement, who: Principal, today: date) -> Task:
    day = placement.agreement.starts_on
    url = url_for("counsellor.placement_start", placement_id=placement.id)
    late = day is not None and day < today
    return _task(placement, who, _("Bekreft oppstarten"), written_date(day), url, late=late)


def _end(placement: Placement, who: Principal) -> Task:
    what, when = _("Registrer avslutningen"), written_date(placement.agreement.ends_on)
    url = url_for("counsellor.placement_end", placement_id=placement.id)
    return _task(placement, who, what, when, url, late=True)


def _talk(talk: FollowUp, who: Principal, today: date) -> Task:
    what = _("Samtale %(when)s", when=lower_first(after_weeks(talk.week)))
    url = url_for("counsellor.placement_talk", placement_id=talk.placement_id, week=talk.week)
    return _task(talk.placement, who, what, written_date(talk.due_on), url, late=talk.due_on < today)


def _task(placement: Placement, who: Principal, what: str, when: str, url: str, *, late: bool) -> Task:
    return Task(
        candidate=placement.candidate,
        what=what,
        where=placement.opening.title,
        when=when,
        url=url,
        late=late,
        mine=placement.coordinator_id == who.id,
        coordinator=placement.coordinator.display_name,
    )
