"""What waits around placements: agreements, starts, talks and endings, for the counsellor, the employer, the young."""

from collections.abc import Iterator
from datetime import date, datetime

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.principal import Principal
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, Waiting, key_of
from app.placements.employer import viewer_at
from app.placements.list_rows import ListRow, list_rows
from app.words.filters import after_weeks, lower_first
from app.words.people import named
from app.words.written import written
from matching.records.tables.placement import FollowUp, Placement
from matching.records.types import PlacementState
from matching.waiting import desk
from matching.waiting.desk import Desk
from matching.waiting.placements import waits_at_organisation
from register.organisations.models import Organisation


def for_counsellor(session: Session, who: Principal, today: date) -> list[Waiting]:
    """What waits in the counsellor's offices: their own, and what colleagues have not got round to."""
    mine = Desk(who.id, who.office_ids, today, most=MOST_OF_A_KIND)
    return [
        *(_approval(placement, who) for placement in desk.approvals(session, mine)),
        *(_start(placement, who) for placement in desk.starts(session, mine)),
        *(_ending(placement, who) for placement in desk.endings(session, mine)),
        *(_talk(talk, who) for talk in desk.talks_to_hold(session, mine)),
    ]


def for_employer(session: Session, organisation: Organisation, today: date) -> list[Waiting]:
    """What an employer's leader is to do around those who are shared with it, and the talks that are late."""
    found = waits_at_organisation(session, organisation.id, today=today, most=MOST_OF_A_KIND)
    rows = list_rows([viewer_at(organisation, placement) for placement in found], today)
    return [waiting for row in rows for waiting in _at_employer(row, today)]


def for_candidate(rows: list[ListRow]) -> list[Waiting]:
    """The agreements that the young person is to read and answer."""
    return [
        Waiting(
            key=f"placement {row.placement.id}",
            about=written(row.placement.opening.title, row.placement.opening),
            verb=_("Les avtalen og svar"),
            url=row.url,
            where=row.placement.opening.organisation.name,
            since=_waits_since(row.placement),
        )
        for row in rows
        if row.waits
    ]


def _at_employer(row: ListRow, today: date) -> Iterator[Waiting]:
    placement, agreement = row.placement, row.placement.agreement
    late = next((talk for talk in placement.follow_ups if talk.is_late_on(today)), None)
    if late is not None and placement.state is PlacementState.STARTED:
        yield _of(placement, _("Avtal samtalen med veilederen"), row.url, due=late.due_on)
    if row.next is None or row.next.act is None:
        return
    verbs = {
        "edit": _("Skriv avtalen ferdig"),
        "approve": _("Godkjenn avtalen"),
        "start": _("Bekreft oppstarten"),
        "end": _("Registrer avslutningen"),
    }
    due = {"start": agreement.starts_on, "end": agreement.ends_on}.get(row.next.act)
    since = None if due else _waits_since(placement)
    yield _of(placement, verbs[row.next.act], row.url, due=due, since=since)


def _waits_since(placement: Placement) -> datetime:
    """Since when the next is waited for: the last approval of the text as it stands, else since it was begun."""
    given = placement.agreement.standing_approvals.values()
    return max(given, default=placement.begun_at)


def _approval(placement: Placement, who: Principal) -> Waiting:
    url = url_for("counsellor.placement_show", placement_id=placement.id)
    return _of(placement, _("Godkjenn avtalen"), url, since=_waits_since(placement), who=who)


def _start(placement: Placement, who: Principal) -> Waiting:
    url = url_for("counsellor.placement_start", placement_id=placement.id)
    return _of(placement, _("Bekreft oppstarten"), url, due=placement.agreement.starts_on, who=who)


def _ending(placement: Placement, who: Principal) -> Waiting:
    url = url_for("counsellor.placement_end", placement_id=placement.id)
    return _of(placement, _("Registrer avslutningen"), url, due=placement.agreement.ends_on, who=who)


def _talk(talk: FollowUp, who: Principal) -> Waiting:
    verb = _("Ta samtalen %(when)s", when=lower_first(after_weeks(talk.week)))
    url = url_for("counsellor.placement_talk", placement_id=talk.placement_id, week=talk.week)
    return _of(talk.placement, verb, url, due=talk.due_on, who=who)


def _of(
    placement: Placement,
    verb: str,
    url: str,
    *,
    due: date | None = None,
    since: datetime | None = None,
    who: Principal | None = None,
) -> Waiting:
    is_colleagues = who is not None and placement.coordinator_id != who.id
    return Waiting(
        key=key_of(placement.candidate),
        about=named(placement.candidate) if who else placement.candidate.first_name,
        verb=verb,
        url=url,
        where=written(placement.opening.title, placement.opening),
        due=due,
        since=since,
        keeper=placement.coordinator.display_name if is_colleagues else "",
        candidate=placement.candidate,
    )
