"""What Enhetsregisteret says of an employer is written down whenever it is something else than before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from register.joining.registration import apply_register_answer
from register.organisations.types import RefusalReason
from tests.factories.register import refused_later, unit, verified_organisation
from tests.support.world import NOON


def test_each_change_is_the_systems_own_act_and_the_same_answer_again_is_none(session: Session) -> None:
    employer = verified_organisation(session)
    again = unit(employer.orgnr)
    apply_register_answer(Act(session, None, NOON), employer.id, answer=again)
    for reason in (RefusalReason.BANKRUPT, RefusalReason.DELETED):
        refused_later(session, employer, reason)
    apply_register_answer(Act(session, None, NOON), employer.id, answer=again)
    lines = session.scalars(select(AuditEvent).where(AuditEvent.subject_id == employer.id))
    moves = [(one.action, one.details["before"], one.actor_id) for one in lines if "before" in one.details]
    assert sorted(moves) == [
        ("organisation.refused", "verified", None),
        ("organisation.verified", "refused", None),
        ("organisation.verified", "unverified", None),
    ]
