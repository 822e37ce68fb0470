"""Editions in the database: loading, publishing (which locks), and reading them as the rules want them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.criteria.editions.loader import canonical_json, edition_from_json, fingerprint
from certification.criteria.editions.schema import Edition
from certification.criteria.errors import EditionLocked, NoPublishedEdition
from certification.criteria.models import CriteriaEdition
from certification.criteria.types import EditionStatus
from ground import audit
from ground.act import Act
from ground.errors import existing
from ground.moves import move

# What is published never changes, and a draft that changes gets a new fingerprint: nothing here goes stale.
_parsed: dict[str, Edition] = {}


def load_edition(act: Act, *, edition: Edition) -> CriteriaEdition:
    """Store an edition that has been validated; a draft is replaced, the same text again changes nothing.

    Raises EditionLocked when the number is published with another text.
    """
    said = fingerprint(edition)
    row = act.session.scalar(select(CriteriaEdition).where(CriteriaEdition.number == edition.id))
    if row is not None and row.fingerprint == said:
        return row
    if row is not None and row.is_locked:
        raise EditionLocked(edition.id)
    if row is None:
        row = CriteriaEdition(number=edition.id)
        act.session.add(row)
    row.content, row.fingerprint, row.loaded_at = canonical_json(edition), said, act.now
    act.session.flush()
    audit.record(act, action="edition.loaded", subject=row, **_which(row))
    wanted = EditionStatus.HEARING if edition.status is EditionStatus.HEARING else EditionStatus.DRAFT
    if row.status is not wanted:
        move(act, row, wanted, **_which(row))
        act.session.flush()
    return row


def publish_edition(act: Act, *, number: str) -> CriteriaEdition:
    """Publish an edition, which locks it; the one before is superseded. Twice does nothing."""
    row = edition_by_number(act.session, number)
    if row.is_locked:
        return row
    for older in editions(act.session):
        if older.status is EditionStatus.PUBLISHED:
            move(act, older, EditionStatus.SUPERSEDED, by=row.number, **_which(older))
    act.session.flush()  # two are never published at once, not even within the transaction
    move(act, row, EditionStatus.PUBLISHED, **_which(row))
    row.published_at = act.now
    act.session.flush()
    return row


def editions(session: Session) -> list[CriteriaEdition]:
    """All editions, the newest first."""
    rows = session.scalars(select(CriteriaEdition)).all()
    return sorted(rows, key=lambda row: [int(part) for part in row.number.split(".")], reverse=True)


def edition_by_number(session: Session, number: str) -> CriteriaEdition:
    """The edition with this number. Raises NotFound."""
    return existing(session.scalar(select(CriteriaEdition).where(CriteriaEdition.number == number)))


def current_edition(session: Session) -> CriteriaEdition:
    """The edition that a new case begins with. Raises NoPublishedEdition."""
    row = _published(session)
    if row is None:
        raise NoPublishedEdition
    return row


def published_content(session: Session) -> Edition | None:
    """What the edition that a new case begins with says; None while there is none."""
    row = _published(session)
    return content_of(row) if row else None


def _published(session: Session) -> CriteriaEdition | None:
    return session.scalar(select(CriteriaEdition).where(CriteriaEdition.status == EditionStatus.PUBLISHED))


def content_of(row: CriteriaEdition) -> Edition:
    """What the edition says, for the rules and for pages."""
    if row.fingerprint not in _parsed:
        _parsed[row.fingerprint] = edition_from_json(row.content)
    return _parsed[row.fingerprint]


def _which(row: CriteriaEdition) -> dict[str, Any]:
    """What the log says of it: the number is a name, and the fingerprint tells which text had it."""
    return {"number": row.number, "fingerprint": row.fingerprint}
