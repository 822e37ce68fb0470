"""What the count says after people have agreed, started, lasted and left."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Settings
from ground.act import Act
from matching.catalogue.kinds import OpeningKind
from matching.progress.events import JobPlace, record_event
from matching.progress.figures import OUTSIDE_COUNTY, Progress, end_of_day, progress
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind
from matching.records.types import ApprovalParty
from register.organisations.types import Sector
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.factories.register import verified_organisation
from tests.support.world import NOON

PROGRAMME_START = Settings(demo=True).programme_start


def figures(session: Session, now: datetime, today: date | None = None) -> Progress:
    return progress(session, goal=1000, programme_start=PROGRAMME_START, today=today or now.date(), now=now)


def of(story: Trio) -> Progress:
    return figures(story.session, story.now, story.today)


def test_one_more_started_job_is_one_more(session: Session) -> None:
    story = trio(session)
    assert (of(story).jobs.posted, of(story).jobs.agreed, of(story).jobs.started) == (1, 0, 0)
    story.agree()
    assert (of(story).jobs.agreed, of(story).jobs.started) == (1, 0)
    story.start()
    assert (of(story).jobs.agreed, of(story).jobs.started) == (1, 1)


def test_what_is_agreed_again_after_a_change_is_agreed_once(session: Session) -> None:
    story = trio(session).agree().write(hours_per_week=25.0)
    story.approve(*ApprovalParty)
    assert of(story).jobs.agreed == 1


def test_the_same_person_at_the_same_workplace_again_is_the_same_job(session: Session) -> None:
    story = trio(session).agree().start().end()
    again = trio(
        session,
        worker=story.worker,
        leader=story.leader,
        person=story.person,
        opening=published(session, story.employer, story.leader, kind=OpeningKind.SUMMER_JOB, now=story.now),
        now=story.now,
    )
    again.agree().start()
    assert of(again).jobs.started == 1
    assert of(again.at(date(2027, 1, 1))).by_kind.total == 1


def test_another_person_there_or_the_same_person_elsewhere_is_another_job(session: Session) -> None:
    first = trio(session, opening=published(session, positions=2)).agree().start()
    trio(session, worker=first.worker, opening=first.opening, leader=first.leader, first_name="Bo").agree().start()
    elsewhere = trio(session, worker=first.worker, person=first.person, now=first.now)
    assert of(elsewhere.agree().start()).jobs.started == 3


def test_unpaid_training_is_counted_apart_and_never_added(session: Session) -> None:
    story = trio(session, kind=OpeningKind.WORK_TRAINING_FULL).agree().start()
    assert of(story).jobs.started == of(story).jobs.agreed == of(story).jobs.posted == 0
    assert of(story).training.started == 1


def test_training_that_becomes_a_job_at_the_same_place_is_one_job_beside_the_training(session: Session) -> None:
    story = trio(session, kind=OpeningKind.WORK_TRAINING_FULL).agree().start().end()
    job = trio(
        session,
        worker=story.worker,
        leader=story.leader,
        person=story.person,
        opening=published(session, story.employer, story.leader, now=story.now),
        now=story.now,
    )
    job.agree().start()
    assert (of(job).jobs.started, of(job).training.started) == (1, 1)


def test_the_county_total_is_live_and_the_tables_are_of_the_last_closed_month(session: Session) -> None:
    story = trio(session).agree().start()
    assert story.today == date(2026, 11, 30)
    now = of(story)
    assert (now.jobs.started, now.by_municipality.total, now.closed_month_end) == (1, 0, date(2026, 10, 31))
    story.at(date(2026, 12, 1))
    later = of(story)
    assert (later.by_municipality.total, later.closed_month_end) == (1, date(2026, 11, 30))


def test_the_month_ends_at_midnight_in_norway_and_what_is_heard_later_waits_for_the_next_table(
    session: Session,
) -> None:
    assert end_of_day(date(2026, 11, 30)) == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert end_of_day(date(2026, 6, 30)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    story = trio(session).agree().at(date(2026, 12, 1)).start(date(2026, 11, 30))
    assert of(story).jobs.started == 1
    assert of(story).by_municipality.total == 0, "it was heard of in December"
    story.at(date(2027, 1, 1))
    assert of(story).by_municipality.total == 1


def test_the_tables_tell_in_steps(session: Session) -> None:
    story = trio(session).agree().start().at(date(2026, 12, 1))
    assert of(story).by_municipality.cells["3205"] == (0, 4)
    assert of(story).by_municipality.total == 1


def test_shares_of_few_are_hidden_and_a_small_number_of_a_split_with_its_neighbour(session: Session) -> None:
    worker, seen = None, []
    for number in range(7):
        story = trio(session, worker=worker, first_name=f"Ung {number}").agree().start()
        worker = story.worker
        story.talk(13) if number < 5 else story.at(story.talk_of(13).due_on)
        (thirteen, *_rest) = of(story).lasting
        seen.append((thirteen.due, thirteen.lasted, thirteen.ended, thirteen.not_heard_of, thirteen.percent))
    assert seen == [
        *[(due, None, None, None, None) for due in range(1, 5)],
        (5, 5, 0, 0, 100),
        (6, 5, None, None, 83),
        (7, 5, None, None, 71),
    ]


def test_of_the_jobs_that_have_begun_each_is_at_work_ended_or_not_heard_of(session: Session) -> None:
    first = trio(session).agree().start()
    left = trio(session, worker=first.worker, first_name="Kim").agree().start().end()
    people = trio(session, worker=first.worker, person=first.person, now=left.now).agree().start()
    now = of(people).jobs
    assert (now.people, now.started, now.at_work, now.ended, now.not_heard_of) == (2, 3, 2, 1, 0)
    later = of(people.at(date(2027, 6, 1))).jobs
    assert (later.people, later.started, later.at_work, later.ended, later.not_heard_of) == (2, 3, 0, 1, 2)


def test_a_job_that_was_to_end_earlier_is_not_asked_whether_it_lasted(session: Session) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).begin()
    story.write(ends_on=date(2027, 1, 15)).approve(*ApprovalParty)
    story.start().at(date(2027, 6, 1))
    assert [one.due for one in of(story).lasting] == [0, 0, 0]


def test_months_go_from_the_first_event_to_the_last_closed_month(session: Session) -> None:
    assert figures(session, NOON).by_month == ()
    story = trio(session).agree().start().at(date(2027, 2, 10))
    assert [(one.month_end.isoformat(), one.started) for one in of(story).by_month] == [
        ("2026-11-30", 1), ("2026-12-31", 1), ("2027-01-31", 1),
    ]  # fmt: skip


def test_what_happened_before_the_programme_is_not_counted(session: Session) -> None:
    _event(session, JobEventKind.STARTED, occurred_on=date(2024, 12, 31))
    assert figures(session, NOON).jobs.started == 0


def test_jobs_outside_the_county_stand_together_in_one_line(session: Session) -> None:
    for number in ("0301", "3301", "0301", "3401", "3301", "0301"):
        _event(session, JobEventKind.STARTED, municipality=number)
    table = figures(session, NOON).by_municipality
    assert table.cells[OUTSIDE_COUNTY] == (5, 9)
    assert table.total == 6


def test_no_row_of_the_count_knows_a_candidate(session: Session) -> None:
    story = trio(session).agree().start().talk(1).end()
    ids = {str(story.person.id), str(story.young.id), story.person.first_name}
    for row in session.scalars(select(JobEvent)):
        assert not ids & {str(value) for value in vars(row).values()}


def _event(
    session: Session,
    kind: JobEventKind,
    *,
    occurred_on: date = date(2026, 9, 1),
    municipality: str = "3205",
) -> None:
    organisation = verified_organisation(session)
    record_event(
        Act(session, None, datetime(2026, 9, 2, 12, tzinfo=UTC)),
        kind=kind,
        source_ref=organisation.id,
        person_ref=organisation.workplaces[0].id,
        place=JobPlace(
            organisation.workplaces[0].id,
            organisation.id,
            OpeningKind.PERMANENT_JOB,
            municipality,
            Sector.PRIVATE,
            False,
        ),
        occurred_on=occurred_on,
    )
