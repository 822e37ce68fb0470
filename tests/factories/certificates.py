"""Certificates in the situations that tests start from, issued by the service for a case that is decided."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from certification.cases.case import read_case
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.certificates import life as certificates
from certification.certificates.models import Certificate
from certification.criteria.library import content_of
from certification.criteria.types import LevelId, Round
from certification.decisions import deciding
from ground.act import Act
from register.organisations.models import Organisation
from register.roles.types import Role
from tests.factories.criteria import published_edition
from tests.factories.register import person, person_with_role
from tests.factories.states import put_past_move
from tests.support.world import NOON, noon_on

TODAY = NOON.date()


def decided_case(
    session: Session, organisation: Organisation, *, level: LevelId = LevelId.INKLUDERENDE, now: datetime = NOON
) -> Assessment:
    """A case that is decided, without the way there."""
    signer = person(session, "Sigrid Signerer")
    case = Assessment(
        organisation_id=organisation.id,
        edition=published_edition(session),
        level=level,
        round=Round.FIRST,
        created_at=now,
        created_by_id=signer.id,
        signed_at=now,
        signed_by_id=signer.id,
        answers_hash="0" * 64,
    )
    session.add(case)
    session.flush()
    put_past_move(session, case, AssessmentState.DECIDED)
    return case


def certificate_of(
    session: Session,
    organisation: Organisation,
    *,
    level: LevelId = LevelId.INKLUDERENDE,
    today: date = TODAY,
    now: datetime | None = None,
) -> Certificate:
    """A certificate that an employer is given on a day, at noon unless it matters."""
    now = now or noon_on(today)
    case = decided_case(session, organisation, level=level, now=now)
    return certificates.issue(
        Act(session, case.created_by_id, now), assessment=case, level=content_of(case.edition).level(level)
    )


def approve(session: Session, case: Assessment, *, now: datetime = NOON) -> None:
    """Two people approve a case that is recommended."""
    first = person_with_role(session, Role.PROGRAMME_LEAD, "Frida Først")
    second = person_with_role(session, Role.COUNCIL, "Anders Andre")
    proposal = deciding.propose(
        Act(session, first.id, now),
        read_case(session, case),
        outcome=DecisionOutcome.APPROVED,
        reasons="Kravene er oppfylt.",
        due_on=None,
        declares_impartial=True,
    )
    deciding.confirm(
        Act(session, second.id, now), read_case(session, case), decision_id=proposal.id, declares_impartial=True
    )
