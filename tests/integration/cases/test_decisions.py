"""Two people decide, neither of them the certifier, and for the county's own units both from outside it."""

import uuid
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from certification.cases import assessments, review
from certification.cases.case import assessment_by_id, read_case
from certification.cases.errors import BelongsToEmployer, DeadlineNotAhead, OutcomeNotAllowed
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.decisions import deciding
from certification.decisions.errors import NotADecider, ProposalWaiting, SameDecider
from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import NotFound, ReasonMissing, existing
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import person_with_role, verified_organisation
from tests.support.world import NOON, noon_on


@pytest.fixture
def certifier(session: Session) -> User:
    return person_with_role(session, Role.CERTIFIER, "Sara Sertifisør")


@pytest.fixture
def case(session: Session, certifier: User) -> Assessment:
    return make.recommended_case(session, certifier)


@pytest.fixture
def first(session: Session) -> User:
    return person_with_role(session, Role.PROGRAMME_LEAD, "Første")


@pytest.fixture
def second(session: Session) -> User:
    return person_with_role(session, Role.COUNCIL, "Andre")


def propose(
    session: Session,
    case: Assessment,
    who: User,
    outcome: DecisionOutcome = DecisionOutcome.APPROVED,
    *,
    days: int | None = None,
    impartial: bool = True,
) -> Decision:
    return deciding.propose(
        Act(session, who.id, NOON),
        read_case(session, case),
        outcome=outcome,
        reasons="Fordi.",
        due_on=make.TODAY + timedelta(days=days) if days is not None else None,
        declares_impartial=impartial,
    )


def confirm(session: Session, decision_id: uuid.UUID, who: User, *, today: date = make.TODAY) -> Decision:
    case = assessment_by_id(session, existing(session.get(Decision, decision_id)).assessment_id)
    return deciding.confirm(
        Act(session, who.id, noon_on(today)),
        read_case(session, case),
        decision_id=decision_id,
        declares_impartial=True,
    )


def test_a_proposal_decides_nothing(session: Session, case: Assessment, first: User) -> None:
    proposal = propose(session, case, first)
    assert proposal.decided_at is None
    assert case.state is AssessmentState.RECOMMENDED


def test_the_same_person_cannot_decide_twice(session: Session, case: Assessment, first: User) -> None:
    proposal = propose(session, case, first)
    with pytest.raises(SameDecider):
        confirm(session, proposal.id, first)
    proposal.second_decider_id, proposal.decided_at = first.id, NOON
    with pytest.raises(IntegrityError, match=r"deciders_differ|CHECK"):
        session.flush()


def test_the_certifier_of_the_case_cannot_decide(
    session: Session, case: Assessment, certifier: User, first: User
) -> None:
    give_role(Act(session, None, NOON), user=certifier, role=Role.PROGRAMME_LEAD)
    with pytest.raises(OutcomeNotAllowed):
        propose(session, case, certifier)
    proposal = propose(session, case, first)
    with pytest.raises(OutcomeNotAllowed):
        confirm(session, proposal.id, certifier)


def test_someone_with_a_past_role_in_the_organisation_cannot_decide(
    session: Session, case: Assessment, first: User
) -> None:
    grant = give_role(Act(session, None, NOON), user=first, role=Role.EMPLOYEE, organisation_id=case.organisation_id)
    grant.revoked_at = NOON
    with pytest.raises(OutcomeNotAllowed):
        propose(session, case, first)


def test_an_analyst_does_not_decide_and_nobody_without_their_word(
    session: Session, case: Assessment, first: User
) -> None:
    with pytest.raises(NotADecider):
        propose(session, case, person_with_role(session, Role.ANALYST))
    with pytest.raises(NotADecider):
        propose(session, case, first, impartial=False)


def test_what_the_rule_does_not_allow_is_refused(session: Session, case: Assessment, first: User) -> None:
    with pytest.raises(OutcomeNotAllowed):
        propose(session, case, first, DecisionOutcome.NOT_APPROVED)


def test_one_proposal_at_a_time(session: Session, case: Assessment, first: User, second: User) -> None:
    propose(session, case, first)
    with pytest.raises(ProposalWaiting):
        propose(session, case, second)


def test_a_refused_proposal_makes_room_for_another(
    session: Session, case: Assessment, first: User, second: User
) -> None:
    proposal = propose(session, case, first)
    with pytest.raises(ReasonMissing):
        deciding.refuse(Act(session, second.id, NOON), decision_id=proposal.id, reason=" ")
    deciding.refuse(Act(session, second.id, NOON), decision_id=proposal.id, reason="Uenig.")
    with pytest.raises(NotFound):
        confirm(session, proposal.id, second)
    assert confirm(session, propose(session, case, second).id, first).decided_at == NOON


def test_proposing_refusing_and_deciding_are_each_written_down_with_who_what_and_why(
    session: Session, case: Assessment, first: User, second: User
) -> None:
    refused = propose(session, case, first)
    deciding.refuse(Act(session, second.id, NOON), decision_id=refused.id, reason="Uenig.")
    decided = confirm(session, propose(session, case, second).id, first)
    lines = [
        (one.subject_id, one.action, one.actor_id, one.organisation_id, one.reason, one.details)
        for one in session.scalars(select(AuditEvent).where(AuditEvent.action.startswith("decision.")))
    ]
    here = case.organisation_id
    by_first, by_second = ({"outcome": "approved", "first": str(one.id)} for one in (first, second))
    expected = [
        (refused.id, "decision.proposed", first.id, here, "", by_first),
        (refused.id, "decision.refused", second.id, here, "Uenig.", by_first),
        (decided.id, "decision.proposed", second.id, here, "", by_second),
        (decided.id, "decision.made", first.id, here, "", by_second),
    ]
    assert sorted(lines, key=str) == sorted(expected, key=str)


def test_a_proposal_that_a_withdrawn_case_leaves_is_written_down_as_refused(
    session: Session, case: Assessment, first: User
) -> None:
    proposal, leader = propose(session, case, first), existing(case.signed_by_id)
    assessments.withdraw(Act(session, leader, NOON), assessment_id=case.id, reason=" Vi venter litt. ")
    assert (proposal.refused_at, proposal.refused_by_id) == (NOON, leader)
    (line,) = session.scalars(select(AuditEvent).where(AuditEvent.action == "decision.refused"))
    assert (line.subject_id, line.actor_id, line.organisation_id) == (proposal.id, leader, case.organisation_id)
    assert (line.reason, line.details) == ("Vi venter litt.", {"outcome": "approved", "first": str(first.id)})


def test_a_postponed_case_goes_back_to_the_employer_with_a_deadline(
    session: Session, certifier: User, first: User, second: User
) -> None:
    case = make.case_in_review(session, certifier)
    review.recommend(
        Act(session, certifier.id, NOON),
        read_case(session, case),
        outcome=DecisionOutcome.POSTPONED,
        text="Mye gjenstår.",
    )
    with pytest.raises(DeadlineNotAhead):
        propose(session, case, first, DecisionOutcome.POSTPONED)
    proposal = propose(session, case, first, DecisionOutcome.POSTPONED, days=30)
    with pytest.raises(DeadlineNotAhead):
        confirm(session, proposal.id, second, today=make.TODAY + timedelta(days=30))
    assert proposal.decided_at is None, "a refusal leaves the proposal as it was"
    confirm(session, proposal.id, second)
    assert case.state is AssessmentState.RETURNED
    sent = review.latest_sent_back(session, case.id)
    assert sent is not None
    assert sent.due_on == make.TODAY + timedelta(days=30)
    assert review.living_recommendation(session, case.id) is None


def test_the_deciders_may_ask_the_certifier_for_more(session: Session, case: Assessment, first: User) -> None:
    deciding.back_to_certifier(Act(session, first.id, NOON), assessment_id=case.id, reason="Snakk med verneombudet.")
    assert case.state is AssessmentState.IN_REVIEW
    assert review.living_recommendation(session, case.id) is None, "the certifier recommends anew"


def test_someone_with_a_past_role_in_the_organisation_neither_refuses_nor_sends_back(
    session: Session, case: Assessment, first: User, second: User
) -> None:
    grant = give_role(Act(session, None, NOON), user=second, role=Role.EMPLOYEE, organisation_id=case.organisation_id)
    grant.revoked_at = NOON
    act = Act(session, second.id, NOON)
    with pytest.raises(BelongsToEmployer):
        deciding.back_to_certifier(act, assessment_id=case.id, reason="Snakk med meg.")
    with pytest.raises(BelongsToEmployer):
        deciding.refuse(act, decision_id=propose(session, case, first).id, reason="Nei.")


class TestTheCountysOwnUnits:
    """Both who decide must come from outside the county."""

    @pytest.fixture
    def case(self, case: Assessment) -> Assessment:
        case.organisation.belongs_to_county = True
        return case

    def test_a_programme_lead_cannot_decide(self, session: Session, case: Assessment, first: User) -> None:
        with pytest.raises(OutcomeNotAllowed):
            propose(session, case, first)

    def test_two_council_members_without_ties_can(self, session: Session, case: Assessment, second: User) -> None:
        third = person_with_role(session, Role.COUNCIL, "Tredje")
        decision = confirm(session, propose(session, case, second).id, third)
        assert decision.county_unit
        assert decision.first_outside_county
        assert decision.second_outside_county

    def test_a_council_member_who_works_for_the_county_cannot(
        self, session: Session, case: Assessment, second: User, first: User
    ) -> None:
        give_role(Act(session, None, NOON), user=second, role=Role.ADMINISTRATOR)
        with pytest.raises(OutcomeNotAllowed):
            propose(session, case, second)

    def test_one_from_outside_is_not_enough(
        self, session: Session, case: Assessment, first: User, second: User
    ) -> None:
        proposal = propose(session, case, second)
        with pytest.raises(OutcomeNotAllowed):
            confirm(session, proposal.id, first)

    def test_a_council_member_who_once_worked_in_another_of_its_units_cannot(
        self, session: Session, case: Assessment, second: User
    ) -> None:
        unit = verified_organisation(session)
        grant = give_role(Act(session, None, NOON), user=second, role=Role.EMPLOYEE, organisation_id=unit.id)
        grant.revoked_at, unit.belongs_to_county = NOON, True
        with pytest.raises(OutcomeNotAllowed):
            propose(session, case, second)
        unit.belongs_to_county = False
        assert propose(session, case, second).first_outside_county, "a past with another employer is no tie"
