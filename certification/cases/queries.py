"""The county's list of cases."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from certification.cases.tables.assessment import Assessment, SignedText
from certification.cases.tables.decision import Decision
from certification.cases.tables.review import Recommendation
from certification.cases.types import AssessmentState
from certification.criteria.types import LevelId
from ground.alphabet import in_alphabet, name_contains
from ground.paging import Order, Page, one_page
from register.organisations.models import Organisation
from register.organisations.number import number_searched_for


def assessments_page(
    session: Session,
    *,
    q: str = "",
    state: AssessmentState | None = None,
    level: LevelId | None = None,
    submitted_only: bool = False,
    order: Order = Order.NEWEST,
    page: int = 1,
) -> Page[Assessment]:
    """Cases with the level signed last, the newest first or by the employer's name, searched by it or by number."""
    query = (
        select(Assessment)
        .join(Organisation, Organisation.id == Assessment.organisation_id)
        .outerjoin(Assessment.signed_text)
        .options(contains_eager(Assessment.organisation), contains_eager(Assessment.signed_text))
    )
    newest = func.coalesce(Assessment.signed_at, Assessment.created_at).desc()
    query = query.order_by(in_alphabet(Organisation.name) if order is Order.NAME else newest, Assessment.id)
    if q:
        query = query.where(or_(name_contains(Organisation.name, q), Organisation.orgnr == number_searched_for(q)))
    if state is not None:
        query = query.where(Assessment.state == state)
    if level is not None:
        query = query.where(func.coalesce(SignedText.level, Assessment.level) == level)
    if submitted_only:
        query = query.where(Assessment.signed_at.is_not(None))
    return one_page(session, query, page=page)


@dataclass(frozen=True)
class WaitingCase:
    """A case that waits for the county: since when, and the proposal that waits for the second of two, if any."""

    assessment: Assessment
    since: datetime
    proposal: Decision | None


def waiting_for_county(session: Session, *, most: int) -> list[WaitingCase]:
    """The cases without a certifier and those that are ready for a decision, the longest first."""
    since = func.coalesce(Decision.proposed_at, Recommendation.made_at, Assessment.signed_at)
    living = and_(Recommendation.assessment_id == Assessment.id, Recommendation.superseded_at.is_(None))
    waits = Decision.assessment_id == Assessment.id, Decision.decided_at.is_(None), Decision.refused_at.is_(None)
    rows = session.execute(
        select(Assessment, since, Decision)
        .join(Assessment.organisation)
        .outerjoin(Recommendation, living)
        .outerjoin(Decision, and_(*waits))
        .where(Assessment.state.in_((AssessmentState.SUBMITTED, AssessmentState.RECOMMENDED)))
        .options(contains_eager(Assessment.organisation), joinedload(Assessment.signed_text))
        .order_by(since, Assessment.id)
        .limit(most)
    )
    return [WaitingCase(*row) for row in rows]


def counts_by_state(session: Session) -> dict[AssessmentState, int]:
    """How many cases stand in each state."""
    rows = session.execute(select(Assessment.state, func.count()).group_by(Assessment.state))
    return {row[0]: row[1] for row in rows}
