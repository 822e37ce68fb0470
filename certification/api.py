"""What certification tells the floors above: is this employer certified, and for what?"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select
from sqlalchemy.orm import Session

from certification.certificates.queries import certified_on, counting_among, counting_certificate
from certification.certificates.types import CertificateStatus
from certification.criteria.types import LevelId


@dataclass(frozen=True)
class Certification:
    """A certificate that may be relied upon on the day that was asked for."""

    level: LevelId
    code: str
    status: CertificateStatus
    valid_until: date


def certification_on(session: Session, organisation_id: uuid.UUID, on: date) -> Certification | None:
    """What an employer is certified for on a day; None when it is not."""
    found = counting_certificate(session, organisation_id, on)
    return Certification(found.level, found.code, found.status_on(on), found.valid_until) if found else None


def is_certified(session: Session, organisation_id: uuid.UUID, on: date) -> bool:
    """Whether an employer may be called certified on a day."""
    return counting_certificate(session, organisation_id, on) is not None


def certified_employers_on(day: date) -> Select[uuid.UUID]:
    """The question for the ids of the employers that are certified on a day, to stand in another question."""
    return certified_on(day)


def certified_among(session: Session, organisation_ids: Iterable[uuid.UUID], on: date) -> dict[uuid.UUID, LevelId]:
    """Which of these employers are certified on a day, and at what level: one read for a whole list."""
    found = counting_among(session, set(organisation_ids), on)
    return {organisation_id: one.level for organisation_id, one in found.items()}
