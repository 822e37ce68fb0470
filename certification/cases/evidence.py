"""Adding, removing and fetching what proves an answer."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.case import Case, editable, editable_case
from certification.cases.errors import AddressNotAllowed, FileEmpty, FileKindNotAllowed, FileTooLarge
from certification.cases.rules.media_type import MOST_BYTES, media_type
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence, EvidenceFile
from certification.criteria.types import EvidenceKind
from ground import audit
from ground.act import Act
from ground.alphabet import composed
from ground.errors import existing


@dataclass(frozen=True)
class Attached:
    """What evidence is attached to and what it shows; `effective_on` is the day that it speaks of."""

    criterion_id: str
    description: str = ""
    effective_on: date | None = None


def add_link(act: Act, case: Case, *, attached: Attached, url: str) -> Evidence:
    """Add a web address. Raises NotFound, NotEditable, AddressNotAllowed."""
    assessment = _open_for(act.session, case, attached)
    if not _is_web_address(url):
        raise AddressNotAllowed
    evidence = Evidence(kind=EvidenceKind.LINK, url=url.strip())
    return _add(act, assessment, evidence, attached)


def add_file(act: Act, case: Case, *, attached: Attached, content: bytes, original_name: str) -> Evidence:
    """Add a file; what it is, is told by its bytes.

    Raises NotFound, NotEditable, FileEmpty, FileTooLarge, FileKindNotAllowed.
    """
    assessment = _open_for(act.session, case, attached)
    file = EvidenceFile(
        media_type=_kind_of(content),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        original_name=_tidy_name(original_name),
        content=content,
    )
    evidence = Evidence(kind=EvidenceKind.FILE, file=file)
    return _add(act, assessment, evidence, attached)


def remove(act: Act, *, evidence_id: uuid.UUID) -> Evidence:
    """Take evidence away. Raises NotFound, NotEditable."""
    assessment = editable(act.session, living_evidence(act.session, evidence_id).assessment_id)
    evidence = living_evidence(act.session, evidence_id)  # as it is now that the case is held
    audit.record(
        act,
        action="evidence.removed",
        subject=evidence,
        organisation_id=assessment.organisation_id,
        criterion=evidence.criterion_id,
    )
    discard(act, assessment, evidence)
    return evidence


def discard(act: Act, assessment: Assessment, evidence: Evidence) -> None:
    """What has been submitted once is kept for the record; what never was, is deleted with its bytes."""
    if assessment.signed_at is not None and evidence.added_at <= assessment.signed_at:
        evidence.removed_at, evidence.removed_by_id = act.now, act.person_id
    else:
        act.session.delete(evidence)
        act.session.flush()
        if evidence.file is not None:
            act.session.delete(evidence.file)
    act.session.flush()


def living_evidence(session: Session, evidence_id: uuid.UUID) -> Evidence:
    """Evidence that is not removed, as it is now. Raises NotFound."""
    query = select(Evidence).where(Evidence.id == evidence_id, Evidence.removed_at.is_(None))
    return existing(session.scalar(query.execution_options(populate_existing=True)))


def _open_for(session: Session, case: Case, attached: Attached) -> Assessment:
    now = editable_case(session, case)
    now.criterion(attached.criterion_id)
    return now.assessment


def _add(act: Act, assessment: Assessment, evidence: Evidence, attached: Attached) -> Evidence:
    evidence.assessment_id, evidence.criterion_id = assessment.id, attached.criterion_id
    evidence.description, evidence.effective_on = attached.description.strip(), attached.effective_on
    evidence.added_by_id, evidence.added_at = act.person_id, act.now
    act.session.add(evidence)
    act.session.flush()
    audit.record(
        act,
        action="evidence.added",
        subject=evidence,
        organisation_id=assessment.organisation_id,
        criterion=attached.criterion_id,
        kind=evidence.kind.value,
    )
    return evidence


def _kind_of(content: bytes) -> str:
    if not content:
        raise FileEmpty
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    kind = media_type(content)
    if kind is None:
        raise FileKindNotAllowed
    return kind


def _tidy_name(name: str) -> str:
    """The last part of a path, without characters that do harm in a header."""
    last = composed(name).replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(character for character in last if character.isprintable())[:200] or "fil"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # as «https://[»
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and len(url) <= 1000
