"""The certifier's findings, one for each criterion; each holds for the answer and evidence that it was made on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from certification.cases.case import Case, reviewable_case
from certification.cases.rules.decision_facts import FindingFacts
from certification.cases.tables.review import Finding
from certification.criteria.types import FindingValue
from ground import audit
from ground.act import Act
from ground.errors import EditedMeanwhile, check_version


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


@dataclass(frozen=True)
class Recorded:
    """The case as it stands after some findings were recorded, and why others were not, by criterion id."""

    case: Case
    refused: dict[str, EditedMeanwhile]


def save_findings(act: Act, case: Case, *, findings: Mapping[str, tuple[Found, int]]) -> Recorded:
    """Record several findings (criterion id -> finding and expected version); one that is refused stops no other.

    A finding holds for the claim as it stands now. The expected version is 0 where there was no finding. Saying again
    what stands there already changes nothing. Raises NotFound (not this certifier's case, or a criterion that does
    not apply), NotInReview.
    """
    now = reviewable_case(act.session, case, act.person_id)
    saved = dict(now.findings)
    refused: dict[str, EditedMeanwhile] = {}
    for criterion_id, (found, expected_version) in findings.items():
        now.criterion(criterion_id)
        said, finding = _tidy(found), saved.get(criterion_id)
        if finding is not None and said == found_of(finding) and not is_outdated(now, finding):
            continue
        try:
            check_version(finding.version if finding else 0, expected_version)
        except EditedMeanwhile as error:
            refused[criterion_id] = error
        else:
            saved[criterion_id] = _write(act, now, criterion_id, said, finding)
    act.session.flush()
    return Recorded(replace(now, findings=saved), refused)


def _tidy(found: Found) -> Found:
    """A milestone belongs to a minor nonconformity alone; one typed before thinking better of it is dropped."""
    milestone = found.milestone if found.value is FindingValue.MINOR else None
    return replace(found, note=found.note.strip(), milestone=milestone)


def _write(act: Act, case: Case, criterion_id: str, found: Found, finding: Finding | None) -> Finding:
    if finding is None:
        finding = Finding(assessment_id=case.assessment.id, criterion_id=criterion_id)
        act.session.add(finding)
    finding.value, finding.note = found.value, found.note
    finding.explanation_accepted, finding.milestone = found.explanation_accepted, found.milestone
    finding.claim_hash = case.claim_hash(criterion_id)
    finding.recorded_by_id, finding.recorded_at = act.person_id, act.now
    audit.record(
        act,
        action="finding.recorded",
        subject=finding,
        organisation_id=case.assessment.organisation_id,
        criterion=criterion_id,
        value=found.value.value,
    )
    return finding


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
