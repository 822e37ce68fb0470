"""Loading the demo data once."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo.loading.candidates import Candidates
from app.demo.loading.cases import Cases
from app.demo.loading.employers import Employers
from app.demo.loading.gatherings import Gatherings
from app.demo.loading.people import make_staff, propose_one_more
from app.demo.loading.snapshot import FOLDER, Snapshot, can_be_copied_into
from app.demo.loading.timeline import Timeline
from app.demo.people import ADMINISTRATOR
from app.kernel.fictional import DemoMark
from certification.criteria import library as editions
from certification.criteria.editions.loader import bundled_editions
from ground.act import Act
from ground.base import id_source
from ground.outbox import OutboxMessage
from register.people.models import User

OLDEST = timedelta(days=34 * 31)
"""The oldest certificate is close to its end, so the scheme began almost three years ago in the demo."""
PROPOSED_LATELY = timedelta(days=2)
"""A proposed role waits for the second administrator since then."""


def is_loaded(session: Session) -> bool:
    """Whether the demo's people are there."""
    return session.scalar(select(User.id).where(User.email == ADMINISTRATOR.email)) is not None


def load_once(session: Session, *, today: date, folder: Path = FOLDER) -> None:
    """See to it that the demo data are there; the caller commits. What is kept in the folder is not made anew."""
    if is_loaded(session):
        return
    snapshot, can_be_copied = Snapshot(today, folder), can_be_copied_into(session)
    if can_be_copied and snapshot.restore(session):
        return
    load(session, today=today)
    if can_be_copied:
        snapshot.keep(session)


def load(session: Session, *, today: date) -> None:
    """Make the whole history up to today; the caller commits. The same day gives the same history."""
    timeline = Timeline(session, today)
    before = id_source.set(timeline.new_id)
    try:
        timeline.now = datetime.combine(today - OLDEST, time(8), UTC)
        session.add(DemoMark(loaded_at=timeline.now))
        staff = make_staff(session, timeline.now)
        edition = editions.load_edition(Act(session, None, timeline.now), edition=bundled_editions()[-1])
        editions.publish_edition(Act(session, staff.administrator.id, timeline.now), number=edition.number)
        employers = Employers(timeline, staff)
        employers.plan(Cases(timeline, staff).begin)
        Candidates(timeline, staff, employers.openings).plan()
        Gatherings(timeline, staff, employers.known).plan()
        timeline.at(today - PROPOSED_LATELY, lambda: propose_one_more(session, staff, timeline.now))
        timeline.run()
        _regard_mail_as_sent(session, timeline.now)
    finally:
        id_source.reset(before)


def _regard_mail_as_sent(session: Session, now: datetime) -> None:
    """The mails of the past went in the past; the demo's mailbox begins empty."""
    for message in session.scalars(select(OutboxMessage).where(OutboxMessage.sent_at.is_(None))):
        message.sent_at = now
        message.params = {}
    session.flush()
