"""How an organisation takes part in the network: nothing of it is stored, it follows from certificate and case."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from certification.cases.history import APPROVALS, assessments_of
from certification.cases.rules.transitions import OPEN_STATES
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.certificates.models import Certificate
from certification.certificates.queries import counting, of_organisation
from certification.certificates.validity import valid_until
from certification.criteria.library import content_of
from certification.criteria.types import LevelId
from certification.network.rules import participation
from certification.network.types import Participation


def participation_of(session: Session, organisation_id: uuid.UUID, on: date) -> Participation | None:
    """How an organisation takes part on a day; None is not at all."""
    certificates, cases = of_organisation(session, organisation_id), assessments_of(session, organisation_id)
    return participation_with(session, certificates=certificates, cases=cases, on=on)


def participation_with(
    session: Session, *, certificates: Sequence[Certificate], cases: Sequence[Assessment], on: date
) -> Participation | None:
    """The same, for an organisation whose certificates and cases have been read."""
    return participation(
        certified=counting(certificates, on) is not None,
        has_open_assessment=any(one.state in OPEN_STATES for one in cases),
        underveis_until=_underveis_until(session, [one for one in cases if one.level is LevelId.UNDERVEIS]),
        today=on,
    )


def _underveis_until(session: Session, cases: Sequence[Assessment]) -> date | None:
    """The last day of the level Underveis by the cases about it; None if there is none, or no approval."""
    if not cases:
        return None
    decision = session.scalar(
        select(Decision)
        .where(
            Decision.assessment_id.in_([one.id for one in cases]),
            Decision.decided_at.is_not(None),
            Decision.outcome.in_(APPROVALS),
        )
        .order_by(Decision.decided_at.desc())
        .limit(1)
        .options(joinedload(Decision.assessment).joinedload(Assessment.edition))
    )
    if decision is None or decision.decided_at is None:
        return None
    level = content_of(decision.assessment.edition).level(LevelId.UNDERVEIS)
    return valid_until(level, decision.decided_at.date())
