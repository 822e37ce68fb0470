"""What the certifier's side refuses, and that a finding holds only for what the certifier saw."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from certification.cases import assessments, review
from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.cases.errors import (
    CertifierHasRole,
    DeadlineNotAhead,
    FindingsNeedNotes,
    NotACertifier,
    NotInReview,
    OutcomeNotAllowed,
)
from certification.cases.findings import Found, found_of, is_outdated, save_findings
from certification.cases.rules.codes import ReasonCode
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.cases.verdict import verdict_for_review
from certification.criteria.types import AnswerValue, FindingValue
from ground.act import Act
from ground.errors import EditedMeanwhile, NotFound
from ground.moves import move
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import leader_of, person_with_role, refused_later, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON


@pytest.fixture
def certifier(session: Session) -> User:
    return person_with_role(session, Role.CERTIFIER)


def send_back(session: Session, case: Assessment, certifier: User, *, days: int = 14) -> None:
    review.send_back(
        Act(session, certifier.id, NOON),
        read_case(session, case),
        message="Rett dette.",
        due_on=make.TODAY + timedelta(days=days),
    )


def give_back(session: Session, case: Assessment, certifier: User, reason: str) -> None:
    seen = review.living_assignment(session, case.id)
    assert seen is not None
    review.end_assignment(Act(session, certifier.id, NOON), assessment_id=case.id, seen_id=seen.id, reason=reason)


def test_a_certifier_with_a_role_in_the_organisation_is_refused(session: Session, certifier: User) -> None:
    case = make.submitted_case(session)
    give_role(Act(session, None, NOON), user=certifier, role=Role.EMPLOYEE, organisation_id=case.organisation_id)
    assert certifier not in review.possible_certifiers(session, case)
    with pytest.raises(CertifierHasRole):
        make.assigned_case(session, certifier, case)


def test_a_certifier_who_got_a_role_after_the_assignment_cannot_declare_impartiality(
    session: Session, certifier: User
) -> None:
    case = make.assigned_case(session, certifier)
    give_role(Act(session, None, NOON), user=certifier, role=Role.EMPLOYEE, organisation_id=case.organisation_id)
    with pytest.raises(CertifierHasRole):
        review.declare_impartiality(Act(session, certifier.id, NOON), assessment_id=case.id)


def test_only_certifiers_are_given_cases(session: Session) -> None:
    with pytest.raises(NotACertifier):
        make.assigned_case(session, person_with_role(session, Role.ANALYST))


def test_nothing_is_recorded_before_impartiality_is_declared(session: Session, certifier: User) -> None:
    case = make.assigned_case(session, certifier)
    with pytest.raises(NotInReview):
        make.record(session, case, certifier, "GRU-2", Found(FindingValue.APPROVED))


def test_another_certifier_finds_nothing(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    with pytest.raises(NotFound):
        make.record(session, case, person_with_role(session, Role.CERTIFIER), "GRU-2", Found(FindingValue.APPROVED))


def test_a_nonconformity_says_what_is_wrong(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.record(session, case, certifier, "GRU-2", Found(FindingValue.MAJOR))
    with pytest.raises(FindingsNeedNotes):
        send_back(session, case, certifier)


def test_a_deadline_lies_ahead(session: Session, certifier: User) -> None:
    with pytest.raises(DeadlineNotAhead):
        send_back(session, make.case_in_review(session, certifier), certifier, days=0)


def test_a_case_with_a_major_nonconformity_is_not_recommended_for_approval(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    make.record(session, case, certifier, "GRU-2", Found(FindingValue.MAJOR, "Mangler helt."))
    with pytest.raises(OutcomeNotAllowed):
        review.recommend(
            Act(session, certifier.id, NOON),
            read_case(session, case),
            outcome=DecisionOutcome.APPROVED,
            text="Godt nok.",
        )


def test_a_finding_counts_as_not_made_when_the_answer_has_changed(session: Session, certifier: User) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    case = make.case_in_review(session, certifier, make.submitted_case(session, organisation, leader))
    make.approve_everything(session, case, certifier)
    send_back(session, case, certifier)
    make.save_answer(
        Act(session, leader.id, NOON),
        case,
        criterion_id="GRU-3",
        claim=Claim(AnswerValue.MET, "Ny beskrivelse."),
        expected_version=1,
    )
    assessments.sign_and_submit(
        Act(session, leader.id, make.LATER), read_case(session, case), seen_hash=read_case(session, case).hash
    )
    view = read_case(session, case)
    findings = view.findings
    assert [id_ for id_, finding in findings.items() if is_outdated(view, finding)] == ["GRU-3"]
    reasons = verdict_for_review(session, view, today=make.TODAY).reasons
    assert [(reason.code, reason.criterion_id) for reason in reasons] == [(ReasonCode.FINDING_MISSING, "GRU-3")]


def test_the_same_finding_said_again_from_a_page_that_is_behind_changes_nothing(
    session: Session, certifier: User
) -> None:
    case = make.case_in_review(session, certifier)
    said = Found(FindingValue.MINOR, "Mangler dato.", milestone=make.TODAY + timedelta(days=30))
    make.record(session, case, certifier, "GRU-2", said)
    later, view = Act(session, certifier.id, make.LATER), read_case(session, case)
    again = save_findings(later, view, findings={"GRU-2": (said, 0)})
    assert (again.case.findings["GRU-2"].version, again.case.findings["GRU-2"].recorded_at) == (1, NOON)
    other = save_findings(later, view, findings={"GRU-2": (Found(FindingValue.APPROVED), 0), "GRU-3": (said, 0)})
    assert list(other.refused) == ["GRU-2"], "and only that"
    assert found_of(other.case.findings["GRU-2"]) == said == found_of(other.case.findings["GRU-3"])


def test_a_case_that_is_given_back_waits_for_another_certifier(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    give_back(session, case, certifier, "Jeg kjenner lederen.")
    assert case.state is AssessmentState.SUBMITTED
    assert review.living_assignment(session, case.id) is None


def test_whoever_takes_a_case_back_from_an_old_page_does_not_take_it_from_the_next_certifier(
    session: Session, certifier: User, open_browser: Callable[[], PageClient]
) -> None:
    case, following = make.assigned_case(session, certifier), person_with_role(session, Role.CERTIFIER, "Nina Neste")
    lead = person_with_role(session, Role.PROGRAMME_LEAD)
    first, second = (open_browser().sign_in(lead) for _ in range(2))
    for one in (first, second):
        one.get(f"/fylket/saker/{case.id}/sertifisor/ta-tilbake")
    first.submit({"reason": "Hun er syk."}, button="Ta saken tilbake")
    make.assigned_case(session, following, case)

    second.submit({"reason": "Det tar for lang tid."}, button="Ta saken tilbake")
    assert "Noen andre har lagret endringer etter at du åpnet siden" in second.text
    assert "Nina Neste har saken nå" in second.text
    assert second.fields()["reason"] == ["Det tar for lang tid."]
    living = review.living_assignment(session, case.id)
    assert living is not None
    assert living.certifier_id == following.id

    second.submit(button="Ta saken tilbake")
    assert review.living_assignment(session, case.id) is None, "saying it again is a choice"
    first.get(f"/fylket/saker/{case.id}/sertifisor/ta-tilbake")
    first.submit({"reason": "Hun er syk."}, button="Ta saken tilbake")
    assert "Ingen sertifisør har saken nå" in first.text


def test_a_certifier_gives_back_their_own_assignment_and_never_that_of_the_next(
    session: Session, certifier: User
) -> None:
    case = make.assigned_case(session, certifier)
    own = review.living_assignment(session, case.id)
    assert own is not None
    give_back(session, case, certifier, "Jeg kjenner lederen.")
    following = person_with_role(session, Role.CERTIFIER)
    make.assigned_case(session, following, case)
    with pytest.raises(EditedMeanwhile):
        review.end_assignment(
            Act(session, certifier.id, NOON), assessment_id=case.id, seen_id=own.id, reason="Jeg kjenner lederen."
        )
    assert [one.assessment_id for one in review.assignments_page(session, following.id).rows] == [case.id]


def test_a_case_that_was_sent_back_stays_with_the_employer_when_its_certifier_leaves(
    session: Session, certifier: User
) -> None:
    case = make.case_in_review(session, certifier)
    send_back(session, case, certifier)
    give_back(session, case, certifier, "Jeg slutter.")
    assert case.state is AssessmentState.RETURNED
    assert review.living_assignment(session, case.id) is None


def test_what_a_certifier_found_who_has_left_counts_for_nobody_else(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    give_back(session, case, certifier, "Jeg slutter.")
    make.case_in_review(session, person_with_role(session, Role.CERTIFIER), case)
    view = read_case(session, case)
    verdict = verdict_for_review(session, view, today=make.TODAY)
    assert ReasonCode.FINDING_MISSING in {reason.code for reason in verdict.reasons}
    assert not verdict.may(DecisionOutcome.APPROVED)


def test_an_employer_that_is_refused_meanwhile_gets_no_certificate(session: Session, certifier: User) -> None:
    case = make.case_in_review(session, certifier)
    make.approve_everything(session, case, certifier)
    refused_later(session, case.organisation)
    verdict = verdict_for_review(session, read_case(session, case), today=make.TODAY)
    assert verdict.allowed == {DecisionOutcome.POSTPONED}


def test_a_certifier_reads_nothing_while_the_employer_works_and_when_it_is_over(
    browser: PageClient, session: Session, certifier: User
) -> None:
    case = make.case_in_review(session, certifier)
    there = f"/sertifisor/saker/{case.id}"
    send_back(session, case, certifier)
    session.commit()
    browser.sign_in(certifier).get(there)
    assert "Virksomheten arbeider med saken" in browser.text
    browser.get(f"{there}/omrade/GRU", status=404)
    move(Act(session, None, NOON), case, AssessmentState.WITHDRAWN)
    session.commit()
    browser.get(there, status=404)
    browser.get("/sertifisor/")
    assert case.organisation.name not in browser.text
