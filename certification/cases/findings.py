"""The certifier's findings, one for each criterion; each holds for the answer and evidence that it was made on."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.case import Case
from certification.cases.rules.decision_facts import FindingFacts
from certification.cases.tables.review import Finding
from certification.criteria.types import FindingValue
from ground import audit
from ground.act import Act
from ground.errors import check_version


@dataclass(frozen=True)
class Found:
    """What the certifier says on one criterion."""

    value: FindingValue = FindingValue.NOT_SEEN
    note: str = ""
    explanation_accepted: bool = False
    milestone: date | None = None


def found_of(finding: Finding | None) -> Found:
    """What is said now."""
    if finding is None:
        return Found()
    return Found(finding.value, finding.note, finding.explanation_accepted, finding.milestone)


def save_finding(act: Act, case: Case, *, criterion_id: str, found: Found, expected_version: int) -> Finding:
    """Record a finding on a case from `review.in_review`; it holds for the claim as it stands now.

    Saying again what stands there already changes nothing. Raises NotFound (a criterion that does not apply),
    EditedMeanwhile.
    """
    case.criterion(criterion_id)
    # A milestone belongs to a minor nonconformity alone; one typed before thinking better of it is dropped.
    milestone = found.milestone if found.value is FindingValue.MINOR else None
    found = replace(found, note=found.note.strip(), milestone=milestone)
    finding = findings_of(act.session, case.assessment.id).get(criterion_id)
    if finding is not None and found == found_of(finding) and not is_outdated(case, finding):
        return finding
    check_version(finding.version if finding else 0, expected_version)
    if finding is None:
        finding = Finding(assessment_id=case.assessment.id, criterion_id=criterion_id)
        act.session.add(finding)
    finding.value, finding.note = found.value, found.note
    finding.explanation_accepted, finding.milestone = found.explanation_accepted, found.milestone
    finding.claim_hash = case.claim_hash(criterion_id)
    finding.recorded_by_id, finding.recorded_at = act.person_id, act.now
    act.session.flush()
    audit.record(
        act,
        action="finding.recorded",
        subject=finding,
        organisation_id=case.assessment.organisation_id,
        criterion=criterion_id,
        value=found.value.value,
    )
    return finding


def findings_of(session: Session, assessment_id: uuid.UUID) -> dict[str, Finding]:
    """The findings of a case by criterion id, as they are now."""
    of_case = select(Finding).where(Finding.assessment_id == assessment_id)
    rows = session.scalars(of_case.execution_options(populate_existing=True))
    return {finding.criterion_id: finding for finding in rows}


def is_outdated(case: Case, finding: Finding) -> bool:
    """Whether the answer or its evidence has changed since, or another certifier made the finding.

    Whoever recommends has seen for themselves: what a certifier found who has left the case, does not count for them.
    """
    by_another = finding.recorded_by_id != case.certifier_id
    return by_another or finding.claim_hash != case.claim_hash(finding.criterion_id)


def finding_facts(case: Case, finding: Finding | None) -> FindingFacts:
    """The finding as the rule wants it; an outdated one counts as not seen."""
    if finding is None or is_outdated(case, finding):
        return FindingFacts()
    return FindingFacts(finding.value, finding.explanation_accepted, finding.milestone)
