"""The county's list of cases."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, contains_eager

from certification.cases.tables.assessment import Assessment, SignedText
from certification.cases.types import AssessmentState
from certification.criteria.types import LevelId
from ground.alphabet import name_contains
from ground.paging import Page, one_page
from register.organisations.models import Organisation
from register.organisations.number import number_searched_for


def assessments_page(
    session: Session,
    *,
    q: str = "",
    state: AssessmentState | None = None,
    level: LevelId | None = None,
    submitted_only: bool = False,
    page: int = 1,
) -> Page[Assessment]:
    """Cases with the level signed last, the newest first, searched by part of the employer's name or by its number."""
    query = (
        select(Assessment)
        .join(Organisation, Organisation.id == Assessment.organisation_id)
        .outerjoin(Assessment.signed_text)
        .options(contains_eager(Assessment.organisation), contains_eager(Assessment.signed_text))
        .order_by(func.coalesce(Assessment.signed_at, Assessment.created_at).desc(), Assessment.id)
    )
    if q:
        query = query.where(or_(name_contains(Organisation.name, q), Organisation.orgnr == number_searched_for(q)))
    if state is not None:
        query = query.where(Assessment.state == state)
    if level is not None:
        query = query.where(func.coalesce(SignedText.level, Assessment.level) == level)
    if submitted_only:
        query = query.where(Assessment.signed_at.is_not(None))
    return one_page(session, query, page=page)


def counts_by_state(session: Session) -> dict[AssessmentState, int]:
    """How many cases stand in each state."""
    rows = session.execute(select(Assessment.state, func.count()).group_by(Assessment.state))
    return {row[0]: row[1] for row in rows}
