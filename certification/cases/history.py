"""What has been: levels held, rounds gone, decisions proposed and made, everybody who ever had a role."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from certification.cases.errors import BelongsToEmployer
from certification.cases.rules.transitions import OPEN_STATES
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from certification.criteria.types import LevelId, Round
from ground.errors import existing
from register.roles.exclusions import TIED_TO_EMPLOYER
from register.roles.models import RoleGrant

APPROVALS = (DecisionOutcome.APPROVED, DecisionOutcome.APPROVED_WITH_MILESTONES)


def held_levels(session: Session, organisation_id: uuid.UUID) -> frozenset[LevelId]:
    """The levels that the organisation has been approved for at some time."""
    return frozenset(
        session.scalars(
            select(Assessment.level)
            .join(Decision, Decision.assessment_id == Assessment.id)
            .where(
                Assessment.organisation_id == organisation_id,
                Decision.decided_at.is_not(None),
                Decision.outcome.in_(APPROVALS),
            )
        )
    )


def next_round(session: Session, organisation_id: uuid.UUID) -> Round:
    """The first round until the organisation has been approved for a certificate; then recertification."""
    held = held_levels(session, organisation_id) - {LevelId.UNDERVEIS}
    return Round.RECERTIFICATION if held else Round.FIRST


def people_of(session: Session, organisation_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """Everybody whom a role in the organisation, held now or before, keeps from reviewing and deciding its cases."""
    tied = RoleGrant.role.in_(TIED_TO_EMPLOYER)
    query = select(RoleGrant.user_id).where(RoleGrant.organisation_id == organisation_id, tied)
    return frozenset(session.scalars(query))


def employers_of(session: Session, person_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The organisations of whose people (`people_of`) somebody is one."""
    tied = RoleGrant.role.in_(TIED_TO_EMPLOYER)
    query = select(RoleGrant.organisation_id).where(RoleGrant.user_id == person_id, tied)
    return frozenset(id_ for id_ in session.scalars(query) if id_ is not None)


def must_not_belong(session: Session, person_id: uuid.UUID, organisation_id: uuid.UUID) -> None:
    """Let go on who has and has had no role in the organisation. Raises BelongsToEmployer."""
    if organisation_id in employers_of(session, person_id):
        raise BelongsToEmployer


def open_assessment(session: Session, organisation_id: uuid.UUID) -> Assessment | None:
    """The case that the organisation has under way."""
    return session.scalar(
        select(Assessment).where(Assessment.organisation_id == organisation_id, Assessment.state.in_(OPEN_STATES))
    )


def assessments_of(session: Session, organisation_id: uuid.UUID) -> list[Assessment]:
    """All cases of an organisation, the newest first."""
    return list(
        session.scalars(
            select(Assessment)
            .where(Assessment.organisation_id == organisation_id)
            .order_by(Assessment.created_at.desc())
        )
    )


def waiting_decision(session: Session, assessment_id: uuid.UUID) -> Decision | None:
    """The proposal that waits for a second person."""
    return session.scalar(
        select(Decision).where(
            Decision.assessment_id == assessment_id,
            Decision.decided_at.is_(None),
            Decision.refused_at.is_(None),
        )
    )


def decisions_of(session: Session, assessment_id: uuid.UUID) -> list[Decision]:
    """Every proposal and decision in a case, the newest first, each with the one who proposed it."""
    return list(
        session.scalars(
            select(Decision)
            .where(Decision.assessment_id == assessment_id)
            .order_by(Decision.proposed_at.desc())
            .options(joinedload(Decision.first_decider))
        )
    )


def decision_in(session: Session, assessment_id: uuid.UUID, decision_id: uuid.UUID) -> Decision:
    """One proposal or decision of a case, with the one who proposed it. Raises NotFound, also for another case's."""
    return existing(
        session.scalar(
            select(Decision)
            .where(Decision.id == decision_id, Decision.assessment_id == assessment_id)
            .options(joinedload(Decision.first_decider))
        )
    )
