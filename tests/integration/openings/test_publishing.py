"""What services promise of openings: what may be published, by which rules, and what the count hears of it."""

from datetime import time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile, NotFound
from ground.states import MoveNotAllowed
from matching.catalogue.choices import TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.advert import AdvertCode
from matching.law.types import HazardCode, LowerAgeBasis
from matching.openings import life as openings
from matching.openings.content import Requirement, WeeklyShift, content_of
from matching.openings.errors import FixedOncePublished, OpeningNotReady, WarningsUnanswered
from matching.openings.rules import OpeningCode
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind
from matching.records.tables.opening import Opening, OpeningTask
from matching.records.types import OpeningState
from register.organisations.types import Sector
from tests.factories.openings import TODAY, content, day, drafted, published
from tests.factories.register import leader_of, refused_later, verified_organisation
from tests.support.world import NOON


def publish(session: Session, opening: Opening, reason: str = "", version: int | None = None) -> Opening:
    return openings.publish(
        Act(session, leader_of(session, opening.organisation).id, NOON),
        opening,
        expected_version=opening.version if version is None else version,
        reason=reason,
    )


def test_what_is_written_is_what_is_read(session: Session) -> None:
    employer = verified_organisation(session)
    wanted = content(
        employer,
        kind=OpeningKind.APPRENTICE,
        age_gates=frozenset({"alcohol_low"}),
        hazards=frozenset({HazardCode.HIGH_VOLTAGE}),
        requirements=(Requirement("till"), Requirement(text="Like å stå opp tidlig", learnable=True)),
    )
    opening = drafted(session, employer, **wanted.__dict__)
    session.commit()
    session.expire_all()

    assert content_of(session.get_one(Opening, opening.id)) == wanted


def test_publishing_shows_the_place_and_tells_the_count_once(session: Session) -> None:
    opening = drafted(session, positions=3)
    publish(session, opening)
    openings.close(Act(session, leader_of(session, opening.organisation).id, NOON), opening)

    told = session.scalars(select(JobEvent)).all()
    assert [(one.kind, one.source_ref, one.positions) for one in told] == [(JobEventKind.POSTED, opening.id, 3)]
    assert opening.state is OpeningState.CLOSED
    acts = session.scalars(select(AuditEvent.action).where(AuditEvent.subject_id == opening.id)).all()
    assert set(acts) == {"opening.drafted", "opening.published", "opening.closed"}


def test_a_place_without_last_day_is_shown_for_eight_weeks(session: Session) -> None:
    opening = publish(session, drafted(session, expires_on=None))
    assert opening.expires_on == TODAY + timedelta(weeks=8)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tasks": ()}, OpeningCode.TASKS_MISSING),
        ({"hours_per_week_max": None, "hours_per_week_min": None}, OpeningCode.HOURS_MISSING),
        ({"contact_phone": "", "contact_email": ""}, OpeningCode.CONTACT_MISSING),
        ({"kind": OpeningKind.SUMMER_JOB, "ends_on": None}, OpeningCode.END_MISSING),
        (
            {"kind": OpeningKind.APPRENTICE, "training_company_status": TrainingCompanyStatus.NONE},
            OpeningCode.TRAINING_COMPANY_NEEDED,
        ),
        ({"shifts": (WeeklyShift(Weekday.MONDAY, time(8), time(22), 30),)}, OpeningCode.SHIFTS_AGAINST_LAW),
        ({"expires_on": day(-1)}, OpeningCode.APPLY_BY_IN_THE_PAST),
        ({"title": "Ung medarbeider søkes"}, AdvertCode.AIMED_AT_THE_YOUNG),
        ({"summary": "For deg mellom 18 og 26 år."}, AdvertCode.UPPER_AGE),
        ({"tasks": ("Du må være fylt 18 år",)}, AdvertCode.LOWER_AGE_WITHOUT_BASIS),
        ({"how_to_apply": "Norsk som morsmål er et krav."}, AdvertCode.MOTHER_TONGUE),
    ],
)
def test_what_the_rules_stop_is_not_published(
    session: Session, changes: dict[str, object], code: OpeningCode | AdvertCode
) -> None:
    opening = drafted(session, **changes)
    with pytest.raises(OpeningNotReady) as refused:
        publish(session, opening, reason="Vi vil det likevel.")
    assert code in refused.value.found.blocking
    assert opening.state is OpeningState.DRAFT
    assert session.scalar(select(func.count(JobEvent.id))) == 0


def test_the_lower_age_that_the_law_sets_may_stand_in_the_advert(session: Session) -> None:
    opening = drafted(session, tasks=("Du må være fylt 18 år",), age_gates=frozenset({"alcohol_low"}))
    assert (opening.min_age, opening.min_age_basis) == (18, LowerAgeBasis.TASKS)
    publish(session, opening, reason="Skjenking")


def test_a_warning_needs_a_reason_and_the_reason_is_logged(session: Session) -> None:
    opening = drafted(session, summary="Vi er et ungt miljø.")
    with pytest.raises(WarningsUnanswered):
        publish(session, opening, reason="  ")
    publish(session, opening, reason="Det er navnet på kafeen.")

    act = session.scalars(select(AuditEvent).where(AuditEvent.action == "opening.published")).one()
    assert act.reason == "Det er navnet på kafeen."
    assert act.details["warnings"] == ["young_workplace"]


def test_a_public_employer_chooses_the_kind_of_task(session: Session) -> None:
    employer = verified_organisation(session, sector=Sector.PUBLIC)
    opening = drafted(session, employer)
    with pytest.raises(OpeningNotReady) as refused:
        publish(session, opening)
    assert refused.value.found.blocking == (OpeningCode.TASK_CATEGORY_MISSING,)

    publish(session, drafted(session, employer, measure7_category=TaskCategory.PATH_TO_COMPETENCE))


def test_an_employer_that_may_not_take_part_cannot_publish(session: Session) -> None:
    opening = drafted(session)
    refused_later(session, opening.organisation)
    with pytest.raises(OpeningNotReady) as refused:
        publish(session, opening)
    assert OpeningCode.EMPLOYER_NOT_CONFIRMED in refused.value.found.blocking


def test_a_closed_workplace_takes_no_new_places(session: Session) -> None:
    opening = drafted(session)
    opening.workplace.closed_at = NOON
    with pytest.raises(OpeningNotReady) as refused:
        publish(session, opening)
    assert OpeningCode.WORKPLACE_INACTIVE in refused.value.found.blocking


def test_a_foreign_workplace_is_not_found(session: Session) -> None:
    employer, other = verified_organisation(session), verified_organisation(session)
    with pytest.raises(NotFound):
        drafted(session, employer, workplace_id=other.workplaces[0].id)


def test_a_published_place_stays_lawful_when_it_is_changed(session: Session) -> None:
    opening = published(session)
    session.commit()
    with pytest.raises(OpeningNotReady), session.begin_nested():  # as a page that tells the refusal
        change(session, opening, title="Gutter søkes")
    session.commit()
    session.expire_all()
    assert opening.title == "Medarbeider i kafé"
    assert [row.text for row in session.scalars(select(OpeningTask))] == ["Rydde bord", "Lage kaffe"]


def test_kind_and_workplace_of_a_published_place_stay(session: Session) -> None:
    opening = published(session, verified_organisation(session, workplaces=2))
    with pytest.raises(FixedOncePublished):
        change(session, opening, kind=OpeningKind.WORK_TRAINING_PART)
    with pytest.raises(FixedOncePublished):
        change(session, opening, workplace_id=opening.organisation.workplaces[1].id)


def test_more_positions_are_told_to_the_count(session: Session) -> None:
    opening = published(session)
    change(session, opening, positions=4)
    told = session.scalars(select(JobEvent.positions).order_by(JobEvent.positions)).all()
    assert told == [1, 4]


def test_the_second_of_two_editors_is_told_even_when_only_rows_differ(session: Session) -> None:
    opening = drafted(session)
    read = opening.version
    change(session, opening, tasks=("Noe helt annet",))
    with pytest.raises(EditedMeanwhile):
        change(session, opening, version=read, title="Min tittel")
    with pytest.raises(EditedMeanwhile):
        publish(session, opening, version=read)


def test_what_is_closed_stays_closed(session: Session) -> None:
    opening = published(session)
    user = leader_of(session, opening.organisation)
    openings.close(Act(session, user.id, NOON), opening)
    openings.close(Act(session, user.id, NOON), opening)
    with pytest.raises(MoveNotAllowed):
        publish(session, opening)
    with pytest.raises(MoveNotAllowed):
        change(session, opening, title="Ny tittel")


def test_a_copy_is_a_draft_that_says_the_same(session: Session) -> None:
    opening = published(session)
    copy = openings.copy_as_draft(Act(session, leader_of(session, opening.organisation).id, NOON), opening)
    assert copy.state is OpeningState.DRAFT
    assert content_of(copy) == content(opening.organisation, expires_on=None)


@pytest.mark.parametrize(
    "broken",
    [{"positions": 0}, {"published_at": NOON}, {"closed_at": NOON}, {"min_age": 18}, {"hours_per_week_min": 30.0}],
)
def test_the_database_holds_what_it_promises(session: Session, broken: dict[str, object]) -> None:
    opening = drafted(session)
    for name, value in broken.items():
        setattr(opening, name, value)
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def change(session: Session, opening: Opening, *, version: int | None = None, **changes: object) -> Opening:
    changed = content(opening.organisation, **{**content_of(opening).__dict__, **changes})
    return openings.change(
        Act(session, leader_of(session, opening.organisation).id, NOON),
        opening,
        content=changed,
        expected_version=opening.version if version is None else version,
    )
