"""How an organisation takes part in the network: nothing of it is stored, it follows from certificate and case."""

import uuid
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.history import APPROVALS, open_assessment
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.certificates.queries import counting_certificate
from certification.certificates.validity import valid_until
from certification.criteria.library import content_of
from certification.criteria.types import LevelId
from certification.network.rules import participation
from certification.network.types import Participation


def participation_of(session: Session, organisation_id: uuid.UUID, on: date) -> Participation | None:
    """How an organisation takes part on a day; None is not at all."""
    return participation(
        certified=counting_certificate(session, organisation_id, on) is not None,
        has_open_assessment=open_assessment(session, organisation_id) is not None,
        underveis_until=underveis_until(session, organisation_id),
        today=on,
    )


def underveis_until(session: Session, organisation_id: uuid.UUID) -> date | None:
    """The last day of the level Underveis for an organisation that has been approved for it."""
    decision = session.scalar(
        select(Decision)
        .join(Decision.assessment)
        .where(
            Assessment.organisation_id == organisation_id,
            Assessment.level == LevelId.UNDERVEIS,
            Decision.decided_at.is_not(None),
            Decision.outcome.in_(APPROVALS),
        )
        .order_by(Decision.decided_at.desc())
        .limit(1)
    )
    if decision is None or decision.decided_at is None:
        return None
    level = content_of(decision.assessment.edition).level(LevelId.UNDERVEIS)
    return valid_until(level, decision.decided_at.date())
