"""The shared plan: who writes, who approves and in which order, and what the rules say to its text."""

import threading
import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.database import db
from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile
from ground.findings import Finding
from ground.outbox import OutboxMessage
from matching.candidates import life as candidates
from matching.candidates.errors import StillPlaced
from matching.catalogue.kinds import ContractType, OpeningKind
from matching.disclosures.errors import NotDisclosed
from matching.law.types import HazardCode
from matching.placements import agreements
from matching.placements.agreement_facts import findings_of, findings_of_each
from matching.placements.content import content_of
from matching.placements.errors import (
    AgreementClosed,
    AgreementWrong,
    ApprovalOutOfTurn,
    OnlyForCandidate,
    PositionsFilled,
    StartBlocked,
)
from matching.placements.mails import PlacementMail
from matching.proposals import life as proposals
from matching.records.errors import UseRestricted
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Approval
from matching.records.types import ApprovalParty, OnBehalfReason, PlacementState, ProposalState
from tests.factories.openings import saturdays
from tests.factories.placements import CHILD, SEVENTEEN, Trio, trio
from tests.support.world import NOON

EMPLOYER, CANDIDATE, COUNSELLOR = ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE, ApprovalParty.COUNSELLOR


def codes(findings: tuple[object, ...]) -> set[str]:
    return {one.code.value for one in findings if isinstance(one, Finding)}


def wrong_fields(story: Trio, **changes: object) -> dict[str | None, str]:
    """Which fields are refused with which code when this is written."""
    with pytest.raises(AgreementWrong) as caught:
        story.write(**changes)
    return {one.field: one.code.value for one in caught.value.findings if isinstance(one, Finding)}


def mails(session: Session, kind: str) -> set[str]:
    return {one.recipient for one in session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind))}


def test_all_three_approve_the_counsellor_last_and_then_it_is_agreed(session: Session) -> None:
    story = trio(session).begin().write()
    with pytest.raises(ApprovalOutOfTurn):
        story.approve(COUNSELLOR)
    story.approve(EMPLOYER)
    with pytest.raises(ApprovalOutOfTurn):
        story.approve(COUNSELLOR)
    story.approve(CANDIDATE, COUNSELLOR)
    assert story.placement.state is PlacementState.AGREED
    assert story.placement.agreed_at == story.now
    assert story.proposal.state is ProposalState.PLACED


def test_the_candidate_may_approve_before_the_employer(session: Session) -> None:
    assert trio(session).begin().write().approve(CANDIDATE, EMPLOYER, COUNSELLOR).placement.agreed_at is not None


def test_approving_twice_is_one_approval_also_for_the_database(session: Session) -> None:
    story = trio(session).begin().write().approve(EMPLOYER, EMPLOYER)
    assert len(session.scalars(select(Approval)).all()) == 1
    agreement = story.placement.agreement
    session.add(
        Approval(
            agreement_id=agreement.id, party=EMPLOYER, agreement_version=agreement.version,
            approved_by_id=story.leader.id, approved_at=story.now,
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        session.flush()


def test_a_change_voids_the_approvals_and_those_who_gave_them_are_told(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no").agree()
    agreements.change(
        Act(session, story.leader.id, story.now),
        placement=story.placement,
        content=replace(content_of(story.placement.agreement), hours_per_week=25.0),
        expected_version=story.placement.agreement.version,
    )
    assert story.placement.state is PlacementState.DRAFT
    assert story.placement.agreement.standing_approvals == {}
    assert mails(session, PlacementMail.AGREEMENT_CHANGED) == {"amina@eksempel.no", story.worker.email}
    assert story.approve(*ApprovalParty).placement.state is PlacementState.AGREED


def test_saving_the_same_again_changes_nothing_and_keeps_the_approvals(session: Session) -> None:
    story = trio(session).begin().write().approve(EMPLOYER)
    version = story.placement.agreement.version
    story.write()
    assert story.placement.agreement.version == version
    assert set(story.placement.agreement.standing_approvals) == {EMPLOYER}


def test_nobody_approves_a_text_they_have_not_read(session: Session) -> None:
    story = trio(session).begin().write()
    read = story.placement.agreement.version
    story.write(hours_per_week=25.0)
    with pytest.raises(EditedMeanwhile):
        agreements.approve(
            Act(session, story.young.id, story.now), placement=story.placement, party=CANDIDATE, expected_version=read
        )


def test_whose_turn_it_is_gets_a_mail_and_nobody_else(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no").begin().write()
    assert mails(session, PlacementMail.AGREEMENT_TO_APPROVE) == {"amina@eksempel.no"}
    story.approve(EMPLOYER)
    assert story.worker.email not in mails(session, PlacementMail.AGREEMENT_TO_APPROVE)
    story.approve(CANDIDATE)
    assert story.worker.email in mails(session, PlacementMail.AGREEMENT_TO_APPROVE)


def test_what_is_missing_may_be_saved_but_not_approved(session: Session) -> None:
    story = trio(session).begin().write(contract_reference="", contract_date=None, starts_on=None)
    with pytest.raises(StartBlocked) as caught:
        story.approve(EMPLOYER)
    assert codes(caught.value.findings) == {
        "start_date_missing", "contract_reference_missing", "contract_date_missing",
    }  # fmt: skip


def test_the_contract_must_be_the_one_that_the_law_asks_for(session: Session) -> None:
    story = trio(session).begin()
    assert wrong_fields(story, contract_type=ContractType.NAV_AGREEMENT) == {
        "contract_type": "contract_does_not_fit_kind"
    }
    training = trio(session, kind=OpeningKind.WORK_TRAINING_FULL, first_name="Bo").begin()
    assert training.placement.agreement.contract_type is ContractType.NAV_AGREEMENT


def test_a_contract_a_risk_assessment_or_a_consent_cannot_lie_ahead(session: Session) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin()
    tomorrow = story.today + timedelta(days=1)
    assert wrong_fields(story, contract_date=tomorrow, risk_assessed_on=tomorrow) == {
        "contract_date": "day_ahead", "risk_assessed_on": "day_ahead",
    }  # fmt: skip


def test_under_18_the_risk_is_assessed_before_anybody_approves(session: Session) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin().write()
    with pytest.raises(StartBlocked) as caught:
        story.approve(EMPLOYER)
    assert codes(caught.value.findings) == {"risk_assessment_missing"}
    story.write(risk_assessed_on=story.today).approve(EMPLOYER)


def test_in_compulsory_school_the_guardians_consent_and_the_hours_of_a_school_week_are_needed_too(
    session: Session,
) -> None:
    story = trio(session, birth_date=CHILD, finished_year_10=None, opening=saturdays(session)).begin()
    assert wrong_fields(story, hours_per_week=13.0) == {"hours_per_week": "too_many_hours"}
    story.write(hours_per_week=5.0)
    missing = {"risk_assessment_missing", "guardian_consent_missing"}
    assert codes(findings_of(session, story.placement, story.today)) == missing
    story.write(hours_per_week=5.0, risk_assessed_on=story.today, guardian_consent_on=story.today).approve(EMPLOYER)


def test_more_than_40_hours_is_told_and_more_than_48_is_refused(session: Session) -> None:
    story = trio(session).begin().write(hours_per_week=42.0)
    assert codes(findings_of(session, story.placement, story.today)) == {"more_hours_than_usual"}
    story.approve(EMPLOYER)
    assert wrong_fields(story, hours_per_week=49.0) == {"hours_per_week": "too_many_hours"}


def test_what_ends_by_nature_says_when(session: Session) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).begin().write(ends_on=None)
    assert codes(findings_of(session, story.placement, story.today)) == {"end_missing"}
    day_before = story.today + timedelta(days=6)
    assert wrong_fields(story, ends_on=day_before) == {"ends_on": "ends_before_start"}


def test_nav_schemes_are_checked_for_kind_age_dates_and_length_at_their_fields(session: Session) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).begin()
    far = story.today + timedelta(days=7 + 800)
    assert wrong_fields(story, schemes=("SOMMERJOBB",)) == {
        "schemes": "scheme_not_for_kind",
        "starts_on": "scheme_not_open",
        "ends_on": "scheme_too_long",
    }
    assert wrong_fields(story, schemes=("MIDLERTIDIG_LONNSTILSKUDD",), ends_on=far) == {"ends_on": "scheme_too_long"}
    assert wrong_fields(story, schemes=("VTAO",)) == {"starts_on": "scheme_not_open"}
    story.write(schemes=("MIDLERTIDIG_LONNSTILSKUDD", "MENTOR")).approve(EMPLOYER)


def test_a_scheme_may_end_before_a_job_without_an_end_and_must_say_so(session: Session) -> None:
    story = trio(session).begin().write(schemes=("MENTOR",))
    assert {(one.field, one.code.value) for one in findings_of(session, story.placement, story.today)} == {
        ("schemes_end_on", "scheme_end_missing")
    }
    too_late = date(story.today.year + 4, 1, 1)
    assert wrong_fields(story, schemes=("MENTOR",), schemes_end_on=too_late) == {"schemes_end_on": "scheme_too_long"}
    story.write(schemes=("MENTOR",), schemes_end_on=story.today + timedelta(days=200)).approve(EMPLOYER)


def test_the_counsellor_approves_for_the_candidate_only_with_a_reason_that_is_kept_and_logged(
    session: Session,
) -> None:
    story = trio(session).begin().write()
    with pytest.raises(OnlyForCandidate):
        story.approve(EMPLOYER, on_behalf=OnBehalfReason.NO_EID)
    story.approve(CANDIDATE, on_behalf=OnBehalfReason.DIGITAL_COMPETENCE)
    approval = story.placement.agreement.approval_of[CANDIDATE]
    assert (approval.approved_by_id, approval.on_behalf_reason) == (
        story.worker.id,
        OnBehalfReason.DIGITAL_COMPETENCE,
    )
    logged = session.scalars(select(AuditEvent).where(AuditEvent.action == "agreement.approved_by_candidate")).one()
    assert logged.reason == "digital_competence"
    assert story.approve(EMPLOYER, COUNSELLOR).placement.state is PlacementState.AGREED


def test_after_the_yes_is_taken_back_nobody_approves(session: Session) -> None:
    story = trio(session).begin().write().approve(EMPLOYER)
    proposals.take_back_yes(
        Act(session, story.worker.id, story.now), proposal=story.proposal, expected_version=story.proposal.version
    )
    with pytest.raises((NotDisclosed, AgreementClosed)):
        story.approve(CANDIDATE)
    assert story.placement.state is PlacementState.CANCELLED


def test_a_running_agreement_cannot_be_rewritten(session: Session) -> None:
    story = trio(session).agree().start()
    with pytest.raises(AgreementClosed):
        story.write(hours_per_week=30.0)


def test_no_more_people_are_agreed_than_the_place_has_positions(session: Session) -> None:
    first = trio(session).begin().write().approve(EMPLOYER, CANDIDATE)
    second = trio(session, worker=first.worker, opening=first.opening, leader=first.leader, first_name="Bo")
    second.begin().write().approve(EMPLOYER, CANDIDATE)
    first.approve(COUNSELLOR)
    with pytest.raises(PositionsFilled):
        second.approve(COUNSELLOR)
    assert COUNSELLOR not in second.placement.agreement.standing_approvals


def test_mails_about_agreements_hold_a_link_and_no_name(session: Session) -> None:
    trio(session, email="amina@eksempel.no").agree().start().end()
    for mail in session.scalars(select(OutboxMessage)):
        assert "Amina" not in str(mail.params)
        names = {"party", "orgnr", "organisation", "candidate_id", "placement_id", "proposal_id", "own_link_id"}
        assert set(mail.params) <= names


@pytest.mark.parametrize("hazard", [HazardCode.BEYOND_CAPACITY, "not_known"])
def test_a_place_that_became_unlawful_after_the_yes_is_not_approved(session: Session, hazard: str) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin()
    story.write(risk_assessed_on=story.today)
    story.opening.hazards = [hazard]
    session.flush()
    with pytest.raises(StartBlocked) as refused:
        story.approve(ApprovalParty.EMPLOYER)
    assert codes(refused.value.findings) == {"against_the_law"}


def test_the_hours_of_somebody_under_18_are_summed_over_employers(session: Session) -> None:
    first = trio(session, birth_date=SEVENTEEN)
    second = trio(session, worker=first.worker, person=first.person)
    first.begin().write(risk_assessed_on=first.today, hours_per_week=25.0).approve(*ApprovalParty)
    second.begin()
    with pytest.raises(AgreementWrong) as refused:
        second.write(risk_assessed_on=second.today, hours_per_week=20.0)
    assert codes(refused.value.findings) >= {"too_many_hours", "against_the_law"}


def test_what_one_person_works_is_summed_for_no_other_in_a_list(session: Session) -> None:
    first = trio(session, birth_date=SEVENTEEN)
    besides = trio(session, worker=first.worker, person=first.person).begin()
    other = trio(session, worker=first.worker, birth_date=SEVENTEEN).begin()
    for story in (first.begin(), besides, other):
        story.write(risk_assessed_on=story.today, hours_per_week=25.0)
    first.approve(*ApprovalParty)
    found = findings_of_each(session, [besides.placement, other.placement, first.placement], first.today)
    assert codes(found[besides.placement.id]) >= {"too_many_hours", "against_the_law"}
    assert codes(found[other.placement.id]) == codes(found[first.placement.id]) == set()


def test_a_first_day_long_ago_is_refused_and_tells_nothing_of_age(session: Session) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin()
    for years in (1, 5):
        with pytest.raises(AgreementWrong) as refused:
            story.write(starts_on=story.today - timedelta(days=365 * years))
        assert codes(refused.value.findings) == {"starts_too_early"}


def test_who_leaves_while_the_last_approves_leaves_before_or_after(app: Flask, session: Session) -> None:
    story = trio(session).begin().write().approve(EMPLOYER, CANDIDATE)
    session.commit()
    with app.app_context():
        engine = db.engine
    outcomes: list[str] = []
    close = (engine, story.person.id, story.worker.id)
    second = threading.Thread(target=lambda: outcomes.append(_close(*close)))
    story.approve(COUNSELLOR)
    second.start()
    second.join(timeout=0.5)  # time to look, if the first, who has not committed, did not hold the person
    session.commit()
    second.join(timeout=30)
    assert outcomes == ["still placed"]
    assert story.placement.state is PlacementState.AGREED


def _close(engine: Engine, candidate_id: uuid.UUID, worker_id: uuid.UUID) -> str:
    with Session(engine) as own:
        try:
            candidates.close(Act(own, worker_id, NOON), candidate=own.get_one(Candidate, candidate_id))
            own.commit()
        except StillPlaced:
            return "still placed"
    return "closed"


def test_approving_looks_at_the_candidate_as_they_are_now(session: Session) -> None:
    story = trio(session).begin().write()
    assert story.placement.candidate.restricted_at is None
    stop = update(Candidate).where(Candidate.id == story.person.id).values(restricted_at=NOON)
    session.execute(stop.execution_options(synchronize_session=False))  # as in another request
    with pytest.raises(UseRestricted):
        story.approve(EMPLOYER)
