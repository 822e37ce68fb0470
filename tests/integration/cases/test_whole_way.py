"""A case goes the whole way from start to certificate, and each step is written down."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases import history, review
from certification.cases.case import read_case
from certification.cases.mails import CaseMail
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.cases.verdict import verdict_for_review
from certification.certificates.models import Certificate
from certification.criteria.types import LevelId
from certification.decisions import deciding
from certification.decisions.mails import DecisionMail
from ground.act import Act
from ground.audit import AuditEvent
from ground.outbox import OutboxMessage
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.world import NOON


def decide(session: Session, case: Assessment, *, outcome: DecisionOutcome = DecisionOutcome.APPROVED) -> None:
    first = person_with_role(session, Role.PROGRAMME_LEAD, "Første")
    second = person_with_role(session, Role.COUNCIL, "Andre")
    proposal = deciding.propose(
        Act(session, first.id, NOON),
        read_case(session, case),
        outcome=outcome,
        reasons="Kravene er oppfylt.",
        due_on=None,
        declares_impartial=True,
    )
    deciding.confirm(
        Act(session, second.id, NOON), read_case(session, case), decision_id=proposal.id, declares_impartial=True
    )


def test_a_case_goes_from_start_to_certificate(session: Session) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    certifier = person_with_role(session, Role.CERTIFIER)
    case = make.submitted_case(session, organisation, leader)
    assert read_case(session, case).is_signed
    make.recommended_case(session, certifier, case)
    assert verdict_for_review(session, read_case(session, case), today=make.TODAY).allowed == {DecisionOutcome.APPROVED}
    decide(session, case)

    assert case.state is AssessmentState.DECIDED
    certificate = session.scalars(select(Certificate)).one()
    assert (certificate.organisation_id, certificate.level) == (organisation.id, LevelId.INKLUDERENDE)
    decision = history.decisions_of(session, case.id)[0]
    assert decision.answers_hash == case.answers_hash
    assert decision.edition_fingerprint == case.edition.fingerprint
    acts = session.scalars(
        select(AuditEvent.action).where(AuditEvent.subject_id == case.id).order_by(AuditEvent.occurred_at)
    ).all()
    assert {
        "assessment.started", "assessment.answering", "assessment.submitted", "assessment.assigned",
        "assessment.in_review", "assessment.recommended", "assessment.decided",
    } <= set(acts)  # fmt: skip
    mails = session.scalars(select(OutboxMessage.kind)).all()
    assert {CaseMail.ASSESSMENT_ASSIGNED, DecisionMail.ASSESSMENT_DECIDED} <= set(mails)


def test_underveis_is_approved_without_a_certificate(session: Session) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    case = make.recommended_case(session, certifier, make.submitted_case(session, level=LevelId.UNDERVEIS))
    decide(session, case)
    assert case.state is AssessmentState.DECIDED
    assert session.scalars(select(Certificate)).all() == []


def test_a_case_that_was_sent_back_returns_to_the_same_certifier(session: Session) -> None:
    from certification.cases import assessments

    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    certifier = person_with_role(session, Role.CERTIFIER)
    case = make.case_in_review(session, certifier, make.submitted_case(session, organisation, leader))
    review.send_back(
        Act(session, certifier.id, NOON), read_case(session, case), message="Legg ved planen.", due_on=make.LATER.date()
    )
    assert case.state is AssessmentState.RETURNED
    assessments.sign_and_submit(
        Act(session, leader.id, make.LATER), read_case(session, case), seen_hash=read_case(session, case).hash
    )
    assert case.state is AssessmentState.IN_REVIEW
    assert review.living_assignment(session, case.id) is not None
