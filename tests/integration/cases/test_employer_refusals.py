"""What the employer's side refuses: the wrong state, the wrong person, a stale answer, a criterion that is hidden."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from certification.cases import assessments
from certification.cases.answers import Claim
from certification.cases.case import Case, read_case
from certification.cases.errors import (
    AssessmentAlreadyOpen,
    FigureImpossible,
    NotApplicableNotAllowed,
    NotEditable,
    NotReadyToSubmit,
    OnlyLeadersSign,
    ProfileReasonMissing,
)
from certification.cases.tables.answer import Answer
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from certification.criteria.types import AnswerValue, LevelId, Round
from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile, NotFound
from register.organisations.models import Organisation
from register.people.models import User
from tests.factories import cases as make
from tests.factories.register import employee_of, leader_of, verified_organisation
from tests.support.world import NOON

MET = Claim(AnswerValue.MET, "Slik gjør vi det.")


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def leader(session: Session, organisation: Organisation) -> User:
    return leader_of(session, organisation)


@pytest.fixture
def case(session: Session, organisation: Organisation, leader: User) -> Assessment:
    return make.answering_case(session, organisation, leader)


def say(session: Session, case: Assessment, who: User, claim: Claim, *, criterion: str = "GRU-2", version: int = 0):  # type: ignore[no-untyped-def]  # what the service gives
    return make.save_answer(
        Act(session, who.id, NOON), case, criterion_id=criterion, claim=claim, expected_version=version
    )


def sign(session: Session, case: Assessment, who: User, seen: str | None = None) -> Assessment:
    return assessments.sign_and_submit(
        Act(session, who.id, NOON), read_case(session, case), seen_hash=seen or read_case(session, case).hash
    )


def test_an_organisation_has_one_open_case(session: Session, case: Assessment, leader: User) -> None:
    with pytest.raises(AssessmentAlreadyOpen):
        assessments.start(Act(session, leader.id, NOON), organisation=case.organisation, level=LevelId.UNDERVEIS)


def test_the_database_holds_one_open_case_too(session: Session, case: Assessment, leader: User) -> None:
    session.add(
        Assessment(
            organisation_id=case.organisation_id,
            edition_id=case.edition_id,
            level=LevelId.UNDERVEIS,
            round=Round.FIRST,
            created_at=NOON,
            created_by_id=leader.id,
        )
    )
    with pytest.raises(IntegrityError):
        session.flush()


def test_the_register_fills_in_size_and_sector_and_a_correction_needs_a_reason(
    session: Session, case: Assessment, leader: User
) -> None:
    assert (case.employees, case.sector) == (12, case.organisation.sector)
    with pytest.raises(ProfileReasonMissing):
        assessments.save_profile(
            Act(session, leader.id, NOON),
            read_case(session, case),
            level=case.level,
            profile=replace(make.SMALL_PRIVATE, employees=300),
            reason=" ",
            expected_version=case.version,
        )


def test_the_second_of_two_who_save_the_profile_is_told_and_the_first_stands(
    session: Session, case: Assessment, leader: User
) -> None:
    read = case.version

    def save(level: LevelId, **changes: object) -> Case:
        return assessments.save_profile(
            Act(session, leader.id, NOON),
            read_case(session, case),
            level=level,
            profile=replace(make.SMALL_PRIVATE, **changes),
            reason="",
            expected_version=read,
        )

    save(LevelId.PADRIVER, takes_training=True)
    with pytest.raises(EditedMeanwhile):
        save(LevelId.UNDERVEIS, has_apprentices=True)
    assert (case.level, case.takes_training, case.has_apprentices) == (LevelId.PADRIVER, True, False)


def test_the_second_of_two_who_answer_the_same_is_told(session: Session, case: Assessment, leader: User) -> None:
    say(session, case, leader, MET)
    with pytest.raises(EditedMeanwhile):
        say(session, case, leader, Claim(AnswerValue.PARTLY), version=0)


def test_saying_what_stands_there_already_is_no_conflict(session: Session, case: Assessment, leader: User) -> None:
    first = say(session, case, leader, MET)
    assert say(session, case, leader, MET, version=0) is first
    assert first.version == 1


def test_not_applicable_is_refused_where_the_criterion_is_for_all(
    session: Session, case: Assessment, leader: User
) -> None:
    with pytest.raises(NotApplicableNotAllowed):
        say(session, case, leader, Claim(AnswerValue.NOT_APPLICABLE, "Passer ikke"))


def test_a_part_cannot_be_more_than_the_whole(session: Session, case: Assessment, leader: User) -> None:
    with pytest.raises(FigureImpossible):
        say(session, case, leader, Claim(AnswerValue.MET, "", 5, 4), criterion="FOR-4")


def test_a_hidden_criterion_cannot_be_answered_and_never_counts(
    session: Session, case: Assessment, leader: User
) -> None:
    with pytest.raises(NotFound):
        say(session, case, leader, MET, criterion="GRU-5")
    before = read_case(session, case).hash
    session.add(
        Answer(
            assessment_id=case.id,
            criterion_id="GRU-5",
            value=AnswerValue.MET,
            answered_by_id=leader.id,
            answered_at=NOON,
        )
    )
    session.flush()
    view = read_case(session, case)
    assert "GRU-5" not in view.facts
    assert view.hash == before
    assert view.answered_in("GRU") == (0, 6)


def test_answers_to_hidden_criteria_are_forgotten_when_the_case_is_submitted(
    session: Session, case: Assessment, leader: User
) -> None:
    make.answer_everything(session, case, leader)
    session.add(Answer(assessment_id=case.id, criterion_id="GRU-5", answered_by_id=leader.id, answered_at=NOON))
    session.flush()
    sign(session, case, leader)
    assert session.scalar(select(Answer).where(Answer.criterion_id == "GRU-5")) is None


def test_only_a_leader_submits(session: Session, case: Assessment, leader: User) -> None:
    make.answer_everything(session, case, leader)
    with pytest.raises(OnlyLeadersSign):
        sign(session, case, employee_of(session, case.organisation))
    with pytest.raises(OnlyLeadersSign):
        sign(session, case, leader_of(session, verified_organisation(session)))


def test_a_case_with_unanswered_criteria_is_not_submitted(session: Session, case: Assessment, leader: User) -> None:
    with pytest.raises(NotReadyToSubmit) as refused:
        sign(session, case, leader)
    assert refused.value.blocking == len(read_case(session, case).applicable)


def test_a_leader_signs_what_they_saw_and_nothing_else(session: Session, case: Assessment, leader: User) -> None:
    make.answer_everything(session, case, leader)
    seen = read_case(session, case).hash
    say(session, case, leader, Claim(AnswerValue.PARTLY, "Nytt"), criterion="GRU-3", version=1)
    with pytest.raises(EditedMeanwhile):
        sign(session, case, leader, seen)


def test_a_submitted_case_is_closed_for_changes(session: Session, case: Assessment, leader: User) -> None:
    make.answer_everything(session, case, leader)
    sign(session, case, leader)
    with pytest.raises(NotEditable):
        say(session, case, leader, Claim(AnswerValue.NOT_MET), version=1)
    with pytest.raises(NotEditable):
        make.add_link(session, case, "GRU-2", leader)
    with pytest.raises(NotEditable):
        make.add_action(session, case, leader, None)
    with pytest.raises(NotEditable):
        assessments.save_profile(
            Act(session, leader.id, NOON),
            read_case(session, case),
            level=LevelId.PADRIVER,
            profile=make.SMALL_PRIVATE,
            reason="",
            expected_version=case.version,
        )


def test_a_withdrawn_case_makes_room_for_a_new_one(session: Session, case: Assessment, leader: User) -> None:
    assessments.withdraw(Act(session, leader.id, NOON), assessment_id=case.id, reason="Vi venter litt.")
    assert case.state is AssessmentState.WITHDRAWN
    assert "Vi venter litt." in session.scalars(select(AuditEvent.reason)).all()
    again = assessments.start(Act(session, leader.id, NOON), organisation=case.organisation, level=LevelId.UNDERVEIS)
    assert again.id != case.id
