"""Signing up for gatherings: members, guests, the last seat, and what the county does meanwhile."""

import threading
import uuid
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.database import db
from certification.certificates import life as certificates
from certification.criteria.types import LevelId
from certification.network import gatherings, queries, sign_ups
from certification.network.errors import (
    AlreadySignedUp,
    CapacityTooSmall,
    GatheringImpossible,
    GatheringRefused,
    SignUpRefused,
)
from certification.network.mails import NetworkMail
from certification.network.models import Gathering, SignUp
from certification.network.participation import participation_of
from certification.network.types import GatheringState, Participation, SignUpRefusal
from ground.act import Act
from ground.errors import EditedMeanwhile, NotFound, ReasonMissing
from ground.outbox import OutboxMessage
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role
from tests.factories.cases import answering_case, recommended_case, submitted_case
from tests.factories.certificates import approve, certificate_of
from tests.factories.network import content, gathering
from tests.factories.register import employee_of, leader_of, person_with_role, verified_organisation
from tests.support.world import NOON

TODAY = NOON.date()


def member(session: Session) -> tuple[Organisation, User]:
    organisation = verified_organisation(session)
    certificate_of(session, organisation)
    return organisation, leader_of(session, organisation)


def sign_up(session: Session, made: Gathering, organisation: Organisation, user: User) -> SignUp:
    return sign_ups.sign_up(Act(session, user.id, NOON), gathering_id=made.id, organisation_id=organisation.id)


def test_a_certified_employer_is_a_member_by_itself_and_stops_with_the_certificate(session: Session) -> None:
    organisation = verified_organisation(session)
    assert participation_of(session, organisation.id, TODAY) is None
    found = certificate_of(session, organisation)
    assert participation_of(session, organisation.id, TODAY) is Participation.MEMBER
    officer = person_with_role(session, Role.PROGRAMME_LEAD)
    certificates.withdraw(Act(session, officer.id, NOON), certificate_id=found.id, reason="Brudd.")
    assert participation_of(session, organisation.id, TODAY) is None


def test_those_with_a_case_under_way_and_those_underveis_are_guests(session: Session) -> None:
    applicant = verified_organisation(session)
    answering_case(session, applicant, leader_of(session, applicant))
    assert participation_of(session, applicant.id, TODAY) is Participation.GUEST

    certifier = person_with_role(session, Role.CERTIFIER)
    case = recommended_case(session, certifier, submitted_case(session, level=LevelId.UNDERVEIS))
    approve(session, case)
    assert participation_of(session, case.organisation_id, TODAY) is Participation.GUEST
    last_day = TODAY.replace(year=2028, month=5)
    assert participation_of(session, case.organisation_id, last_day) is Participation.GUEST
    assert participation_of(session, case.organisation_id, last_day + timedelta(days=1)) is None


def test_a_guest_is_written_down_as_a_guest_and_an_outsider_is_refused(session: Session) -> None:
    made = gathering(session)
    guest, outsider = verified_organisation(session), verified_organisation(session)
    leader = leader_of(session, guest)
    answering_case(session, guest, leader)
    assert sign_up(session, made, guest, leader).taking_part_as is Participation.GUEST
    with pytest.raises(SignUpRefused) as refused:
        sign_up(session, made, outsider, leader_of(session, outsider))
    assert refused.value.reason is SignUpRefusal.OUTSIDE_NETWORK


def test_signing_up_twice_is_signing_up_once(session: Session) -> None:
    made = gathering(session, capacity=1)
    organisation, leader = member(session)
    first = sign_up(session, made, organisation, leader)
    assert sign_up(session, made, organisation, leader) is first
    session.add(
        SignUp(
            gathering_id=made.id,
            organisation_id=organisation.id,
            user_id=leader.id,
            taking_part_as=Participation.MEMBER,
            signed_up_at=NOON,
        )
    )
    with pytest.raises(IntegrityError, match=r"one_living_sign_up|gathering_sign_up\.gathering_id"):
        session.flush()


def test_a_person_comes_for_one_organisation_only(session: Session) -> None:
    made = gathering(session)
    organisation, leader = member(session)
    other, _ = member(session)
    sign_up(session, made, organisation, leader)
    with pytest.raises(AlreadySignedUp):
        sign_up(session, made, other, leader)


def test_a_seat_that_is_given_back_can_be_taken_by_another(session: Session) -> None:
    made = gathering(session, capacity=1)
    organisation, leader = member(session)
    colleague = employee_of(session, organisation)
    sign_up(session, made, organisation, leader)
    with pytest.raises(SignUpRefused) as refused:
        sign_up(session, made, organisation, colleague)
    assert refused.value.reason is SignUpRefusal.FULL
    sign_ups.withdraw(Act(session, leader.id, NOON), gathering_id=made.id, organisation_id=organisation.id)
    sign_up(session, made, organisation, colleague)
    with pytest.raises(SignUpRefused):
        sign_up(session, made, organisation, leader)


def test_the_last_seat_is_given_once_when_two_ask_at_the_same_time(app: Flask, session: Session) -> None:
    made = gathering(session, capacity=1)
    organisation, leader = member(session)
    colleague = employee_of(session, organisation)
    ids = made.id, organisation.id, colleague.id
    session.commit()
    with app.app_context():
        engine = db.engine
    outcomes: list[str] = []
    second = threading.Thread(target=lambda: outcomes.append(_ask(engine, *ids)))
    sign_up(session, made, organisation, leader)
    second.start()
    second.join(timeout=0.5)  # time to take the seat, if it were not held by the first, who has not committed
    session.commit()
    second.join(timeout=30)
    assert outcomes == ["full"]
    assert queries.taken_seats(session, [made.id]) == {made.id: 1}


def _ask(engine: Engine, gathering_id: uuid.UUID, organisation_id: uuid.UUID, user_id: uuid.UUID) -> str:
    with Session(engine) as own:
        try:
            sign_ups.sign_up(Act(own, user_id, NOON), gathering_id=gathering_id, organisation_id=organisation_id)
            own.commit()
        except SignUpRefused as refused:
            return refused.reason.value
    return "signed up"


def test_nobody_signs_up_or_off_once_it_has_begun(session: Session) -> None:
    made = gathering(session)
    organisation, leader = member(session)
    sign_up(session, made, organisation, leader)
    begun = made.starts_at
    with pytest.raises(GatheringRefused) as refused:
        sign_ups.withdraw(Act(session, leader.id, begun), gathering_id=made.id, organisation_id=organisation.id)
    assert refused.value.state is GatheringState.BEGUN
    with pytest.raises(SignUpRefused):
        sign_ups.sign_up(
            Act(session, employee_of(session, organisation).id, begun),
            gathering_id=made.id,
            organisation_id=organisation.id,
        )


def test_a_draft_cannot_be_signed_up_for_and_a_foreign_sign_up_cannot_be_taken_back(session: Session) -> None:
    organisation, leader = member(session)
    with pytest.raises(SignUpRefused):
        sign_up(session, gathering(session, published=False), organisation, leader)
    made = gathering(session)
    sign_up(session, made, organisation, leader)
    other, stranger = member(session)
    with pytest.raises(AlreadySignedUp):  # nobody is told to be off who still has the seat
        sign_ups.withdraw(Act(session, leader.id, NOON), gathering_id=made.id, organisation_id=other.id)
    sign_ups.withdraw(Act(session, stranger.id, NOON), gathering_id=made.id, organisation_id=organisation.id)
    assert session.scalars(select(SignUp.withdrawn_at)).all() == [None]
    with pytest.raises(NotFound):
        sign_ups.sign_up(Act(session, stranger.id, NOON), gathering_id=uuid.uuid4(), organisation_id=other.id)


def test_those_coming_are_told_of_a_new_time_but_not_of_a_new_text(session: Session) -> None:
    made, officer = gathering(session), person_with_role(session, Role.PROGRAMME_LEAD)
    organisation, leader = member(session)
    sign_up(session, made, organisation, leader)
    version = made.version
    told = select(OutboxMessage.recipient).where(OutboxMessage.kind == NetworkMail.GATHERING_CHANGED)

    def change(expected_version: int, **changes: object) -> None:
        gatherings.change(
            Act(session, officer.id, NOON),
            gathering_id=made.id,
            content=content(**changes),
            expected_version=expected_version,
        )

    change(version, about="Fire virksomheter forteller.")
    assert session.scalars(told).all() == []
    with pytest.raises(EditedMeanwhile):
        change(version, about="Fem virksomheter forteller.")
    change(made.version, place="Lillestrøm")
    assert session.scalars(told).all() == [leader.email]
    later = {"starts_at": NOON + timedelta(days=8), "ends_at": NOON + timedelta(days=8, hours=2)}
    change(made.version, place="Lillestrøm", **later)
    assert session.scalars(told).all() == [leader.email] * 2


def test_a_gathering_cannot_be_made_smaller_than_those_who_are_coming(session: Session) -> None:
    made, officer = gathering(session), person_with_role(session, Role.PROGRAMME_LEAD)
    organisation, leader = member(session)
    sign_up(session, made, organisation, leader)
    sign_up(session, made, organisation, employee_of(session, organisation))
    with pytest.raises(CapacityTooSmall) as refused:
        gatherings.change(
            Act(session, officer.id, NOON),
            gathering_id=made.id,
            content=content(capacity=1),
            expected_version=made.version,
        )
    assert refused.value.taken == 2


@pytest.mark.parametrize(
    "changes", [{"ends_at": NOON}, {"place": " "}, {"capacity": 0}], ids=["ends first", "nowhere", "no room"]
)
def test_an_impossible_gathering_is_not_planned(session: Session, changes: dict[str, object]) -> None:
    with pytest.raises(GatheringImpossible):
        gathering(session, **changes)  # type: ignore[arg-type]  # changes to the content


def test_calling_off_needs_a_reason_and_tells_those_coming(session: Session) -> None:
    made, officer = gathering(session), person_with_role(session, Role.PROGRAMME_LEAD)
    organisation, leader = member(session)
    sign_up(session, made, organisation, leader)
    with pytest.raises(ReasonMissing):
        gatherings.cancel(Act(session, officer.id, NOON), gathering_id=made.id, reason=" ")
    gatherings.cancel(Act(session, officer.id, NOON), gathering_id=made.id, reason="Innlederen er syk.")
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == NetworkMail.GATHERING_CANCELLED)).one()
    assert mail.recipient == leader.email
    with pytest.raises(GatheringRefused):
        gatherings.cancel(Act(session, officer.id, NOON), gathering_id=made.id, reason="Igjen.")


def test_who_came_is_recorded_after_it_began_and_can_be_corrected(session: Session) -> None:
    made, officer = gathering(session), person_with_role(session, Role.PROGRAMME_LEAD)
    organisation, leader = member(session)
    mine = sign_up(session, made, organisation, leader)
    other = sign_up(session, made, organisation, employee_of(session, organisation))

    def record(*came: SignUp, early: bool = False) -> None:
        gatherings.record_attendance(
            Act(session, officer.id, NOON if early else made.ends_at),
            gathering_id=made.id,
            attended={one.id for one in came},
            expected_version=made.version,
        )

    with pytest.raises(GatheringRefused):
        record(mine, early=True)
    record(mine)
    assert (mine.attended, other.attended) == (True, False)
    record(mine, other)
    assert other.attended is True
