"""What the decision rule says of a case: everything it rests on is gathered here and nowhere else."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.case import Case
from certification.cases.findings import finding_facts
from certification.cases.history import employers_of, held_levels, people_of
from certification.cases.rules.codes import ReasonCode
from certification.cases.rules.decision import decide, unfit_to_decide
from certification.cases.rules.decision_facts import CriterionFacts, Decider, DecisionFacts, DecisionVerdict
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.review import CertifierAssignment
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.roles.models import RoleGrant
from register.roles.types import COUNTY_ROLES, Role

# Two people whom nothing ties to anything: what may be decided if fit people decide.
SOMEBODY = Decider(uuid.UUID(int=1), outside_county=True)
SOMEBODY_ELSE = Decider(uuid.UUID(int=2), outside_county=True)


def verdict_for_review(session: Session, case: Case, *, today: date) -> DecisionVerdict:
    """What the case as it is allows, whoever decides: for the certifier, and for the county before it proposes."""
    return verdict(session, case, deciders=(SOMEBODY, SOMEBODY_ELSE), today=today)


def verdict(session: Session, case: Case, *, deciders: Sequence[Decider], today: date) -> DecisionVerdict:
    """What these people may decide in this case today, and why not more."""
    assessment = case.assessment
    facts = DecisionFacts(
        edition=case.edition,
        level=case.chosen.level,
        profile=case.chosen.profile,
        round=assessment.round,
        criteria={
            id_: CriterionFacts(answer, finding_facts(case, case.findings.get(id_)))
            for id_, answer in case.facts.items()
        },
        answers_hash=case.hash,
        signed_answers_hash=assessment.answers_hash,
        certifier=case.certifier_id,
        earlier_certifiers=frozenset(one.certifier_id for one in case.assignments if one.ended_at is not None),
        organisation_verified=assessment.organisation.verification is Verification.VERIFIED,
        impartiality_declared=bool(case.assignment and case.assignment.impartiality_declared_at),
        deciders=tuple(deciders),
        organisation_people=people_of(session, assessment.organisation_id),
        county_unit=assessment.organisation.belongs_to_county,
        held_level_before=case.chosen.level in held_levels(session, assessment.organisation_id),
        today=today,
    )
    return decide(facts)


def unfit_to_decide_each(
    session: Session, person_id: uuid.UUID, cases: Iterable[Assessment]
) -> dict[uuid.UUID, frozenset[ReasonCode]]:
    """What keeps a person from deciding each of these cases, by its id: what the verdict would say of them alone."""
    asked = list(cases)
    if not asked:
        return {}
    county_units = any(case.organisation.belongs_to_county for case in asked)
    decider = Decider(person_id, county_units and stands_outside_county(session, person_id))
    reviewed = set(
        session.scalars(
            select(CertifierAssignment.assessment_id).where(
                CertifierAssignment.certifier_id == person_id,
                CertifierAssignment.assessment_id.in_([case.id for case in asked]),
            )
        )
    )
    tied = employers_of(session, person_id)
    return {
        case.id: frozenset(
            unfit_to_decide(
                decider,
                certifiers={person_id} if case.id in reviewed else (),
                organisation_people={person_id} if case.organisation_id in tied else (),
                county_unit=case.organisation.belongs_to_county,
            )
        )
        for case in asked
    }


def stands_outside_county(session: Session, user_id: uuid.UUID) -> bool:
    """Whether the register knows nothing that ties a person to the county's own organisation.

    Such a person sits in the council (fagrådet), holds no other of the county's roles, and has never had a role
    in one of the county's own units. That they are not employed by the county they declare themselves, for each
    case (`decisions.deciding.propose` and `confirm`).
    """
    grants = session.execute(
        select(RoleGrant.role, RoleGrant.revoked_at, Organisation.belongs_to_county)
        .outerjoin(Organisation, Organisation.id == RoleGrant.organisation_id)
        .where(RoleGrant.user_id == user_id)
    ).all()
    living = {grant.role for grant in grants if grant.revoked_at is None}
    of_the_county = living & (COUNTY_ROLES - {Role.COUNCIL})
    return Role.COUNCIL in living and not of_the_county and not any(g.belongs_to_county for g in grants)


def frozen(verdict: DecisionVerdict) -> dict[str, Any]:
    """The verdict as it is kept with the decision."""
    return {
        "allowed": sorted(verdict.allowed),
        "reasons": [
            {
                "code": reason.code.value,
                "criterion": reason.criterion_id,
                "area": reason.area_id,
                "params": {key: list(v) if isinstance(v, tuple) else v for key, v in reason.params.items()},
            }
            for reason in verdict.reasons
        ],
        "conditions": [
            {
                "code": condition.code.value,
                "criterion": condition.criterion_id,
                "due": condition.due.isoformat() if condition.due else None,
            }
            for condition in verdict.conditions
        ],
    }
