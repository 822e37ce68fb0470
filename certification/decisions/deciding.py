"""The county's decision: one proposes, another confirms or refuses; the rule must allow it both times."""

import uuid
from datetime import date

from sqlalchemy.orm import Session

from certification.cases.case import Case, held_case, locked_assessment
from certification.cases.errors import DeadlineNotAhead, OutcomeNotAllowed
from certification.cases.history import APPROVALS, must_not_belong, waiting_decision
from certification.cases.proposed_decisions import turn_down, write_down
from certification.cases.review import give_back, living_recommendation, tell_employer
from certification.cases.rules.decision_facts import Decider
from certification.cases.rules.transitions import state_after
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.cases.verdict import SOMEBODY, frozen, stands_outside_county, verdict
from certification.certificates import life as certificates
from certification.decisions.errors import NotADecider, ProposalWaiting, SameDecider
from certification.decisions.mails import DecisionMail
from ground.act import Act
from ground.errors import NotFound, ReasonMissing, existing
from ground.locks import held
from ground.moves import check_move, move
from ground.texts import Locale
from register.roles.grants import living_grants
from register.roles.types import DECIDING_ROLES


def propose(
    act: Act,
    case: Case,
    *,
    outcome: DecisionOutcome,
    reasons: str,
    due_on: date | None,
    declares_impartial: bool,
    written_in: Locale = Locale.BOKMAAL,
) -> Decision:
    """The first of two proposes a decision with its reasons; nothing is decided yet.

    `declares_impartial` is the person's own word that nothing ties them to the employer and, for the county's
    own units, that they are not employed by the county. `due_on` belongs to a postponement.
    Raises NotFound, NotADecider, ReasonMissing, DeadlineNotAhead, ProposalWaiting, OutcomeNotAllowed,
    TransitionNotAllowed.
    """
    now = held_case(act.session, case)
    assessment, assignment = now.assessment, existing(now.assignment)
    check_move(assessment, AssessmentState.DECIDED)
    _check_decider(act.session, act.person_id, declares_impartial)
    if not reasons.strip():
        raise ReasonMissing
    _check_deadline(outcome, due_on, act.today)
    if waiting_decision(act.session, assessment.id) is not None:
        raise ProposalWaiting
    first = Decider(act.person_id, stands_outside_county(act.session, act.person_id))
    said = verdict(act.session, now, deciders=(first, SOMEBODY), today=act.today)
    if not said.may(outcome):
        raise OutcomeNotAllowed(outcome)
    decision = Decision(
        assessment_id=assessment.id,
        outcome=outcome,
        reasons=reasons.strip(),
        written_in=written_in,
        due_on=due_on if outcome is DecisionOutcome.POSTPONED else None,
        certifier_id=assignment.certifier_id,
        county_unit=assessment.organisation.belongs_to_county,
        first_decider_id=act.person_id,
        first_outside_county=first.outside_county,
        proposed_at=act.now,
        rule_version=said.rule_version,
        answers_hash=now.hash,
        edition_fingerprint=assessment.edition.fingerprint,
        verdict=frozen(said),
    )
    act.session.add(decision)
    act.session.flush()
    write_down(act, assessment, decision, "decision.proposed")
    return decision


def confirm(act: Act, case: Case, *, decision_id: uuid.UUID, declares_impartial: bool) -> Decision:
    """The second of two confirms: it is decided, and what it rests on is frozen as it is now.

    An approval of a level with a certificate issues it; a postponed case goes back to the employer, as long as the
    deadline of the proposal is still ahead. Whatever is refused is refused before anything is written.
    Raises NotFound, SameDecider, TransitionNotAllowed, NotADecider, DeadlineNotAhead, OutcomeNotAllowed.
    """
    now = held_case(act.session, case)
    assessment, decision = now.assessment, _waiting(act.session, decision_id)
    if decision.assessment_id != assessment.id:
        raise NotFound
    if act.person_id == decision.first_decider_id:
        raise SameDecider
    check_move(assessment, state_after(decision.outcome))
    _check_decider(act.session, act.person_id, declares_impartial)
    _check_deadline(decision.outcome, decision.due_on, act.today)
    first = Decider(decision.first_decider_id, stands_outside_county(act.session, decision.first_decider_id))
    second = Decider(act.person_id, stands_outside_county(act.session, act.person_id))
    said = verdict(act.session, now, deciders=(first, second), today=act.today)
    if not said.may(decision.outcome):
        raise OutcomeNotAllowed(decision.outcome)
    decision.second_decider_id, decision.decided_at = act.person_id, act.now
    decision.second_outside_county = second.outside_county
    decision.rule_version, decision.verdict = said.rule_version, frozen(said)
    decision.answers_hash = now.hash
    act.session.flush()
    _carry_out(act, now, decision)
    return decision


def refuse(act: Act, *, decision_id: uuid.UUID, reason: str) -> Decision:
    """Somebody who may decide says no, or the proposer thinks better of it; another proposal may follow.

    Raises NotFound, NotADecider, BelongsToEmployer, ReasonMissing.
    """
    assessment = locked_assessment(act.session, existing(act.session.get(Decision, decision_id)).assessment_id)
    decision = _waiting(act.session, decision_id)
    _check_decider(act.session, act.person_id, declares_impartial=True)
    must_not_belong(act.session, act.person_id, assessment.organisation_id)
    if not reason.strip():
        raise ReasonMissing
    turn_down(act, assessment, decision, reason=reason)
    return decision


def back_to_certifier(act: Act, *, assessment_id: uuid.UUID, reason: str) -> Assessment:
    """The deciders want more from the certifier; the recommendation no longer holds.

    Raises NotFound, NotADecider, BelongsToEmployer, ReasonMissing, ProposalWaiting, TransitionNotAllowed.
    """
    assessment = locked_assessment(act.session, assessment_id)
    _check_decider(act.session, act.person_id, declares_impartial=True)
    must_not_belong(act.session, act.person_id, assessment.organisation_id)
    if not reason.strip():
        raise ReasonMissing
    if waiting_decision(act.session, assessment_id) is not None:
        raise ProposalWaiting
    check_move(assessment, AssessmentState.IN_REVIEW)
    _supersede_recommendation(act, assessment_id)
    move(act, assessment, AssessmentState.IN_REVIEW, organisation_id=assessment.organisation_id, reason=reason.strip())
    return assessment


def _carry_out(act: Act, case: Case, decision: Decision) -> None:
    assessment = case.assessment
    if decision.outcome is DecisionOutcome.POSTPONED:
        if decision.due_on is None:
            raise DeadlineNotAhead
        give_back(act, case, message=decision.reasons, due_on=decision.due_on, written_in=decision.written_in)
        _supersede_recommendation(act, assessment.id)
    write_down(act, assessment, decision, "decision.made")
    move(
        act,
        assessment,
        state_after(decision.outcome),
        organisation_id=assessment.organisation_id,
        outcome=decision.outcome.value,
        answers_hash=decision.answers_hash,
        rule_version=decision.rule_version,
    )
    level = case.edition.level(assessment.level)
    if decision.outcome in APPROVALS and level.certificate:
        certificates.issue(act, assessment=assessment, level=level)
    if decision.outcome is not DecisionOutcome.POSTPONED:
        tell_employer(act, assessment, DecisionMail.ASSESSMENT_DECIDED)


def _supersede_recommendation(act: Act, assessment_id: uuid.UUID) -> None:
    recommendation = living_recommendation(act.session, assessment_id)
    if recommendation is not None:
        recommendation.superseded_at = act.now
        act.session.flush()


def _waiting(session: Session, decision_id: uuid.UUID) -> Decision:
    """A proposal that still waits, read again after its case is held: two cannot confirm at once."""
    found = held(session, Decision, decision_id)
    if found.decided_at is not None or found.refused_at is not None:
        raise NotFound
    return found


def deadline_is_ahead(outcome: DecisionOutcome, due_on: date | None, today: date) -> bool:
    """Whether a postponement still leaves the employer time; no other outcome has a deadline."""
    return outcome is not DecisionOutcome.POSTPONED or (due_on is not None and due_on > today)


def _check_deadline(outcome: DecisionOutcome, due_on: date | None, today: date) -> None:
    if not deadline_is_ahead(outcome, due_on, today):
        raise DeadlineNotAhead


def _check_decider(session: Session, user_id: uuid.UUID, declares_impartial: bool) -> None:
    roles = {grant.role for grant in living_grants(session, user_id=user_id)}
    if not declares_impartial or not roles & DECIDING_ROLES:
        raise NotADecider
