"""What must be true before a placement may start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from ground.findings import Finding, block
from matching.catalogue.kinds import ContractType, OpeningKind
from matching.law.types import WorkerBand
from matching.law.young_workers import Worker, age_on, band_on
from matching.law.young_workers.rules import young_worker_rules
from matching.records.types import ApprovalParty


class StartCode(StrEnum):
    """What can stand in the way of a start."""

    START_DATE_MISSING = "start_date_missing"
    TOO_YOUNG_TO_WORK = "too_young_to_work"  # lowest
    TOO_YOUNG_FOR_WORK_TRAINING = "too_young_for_work_training"  # lowest
    RISK_ASSESSMENT_MISSING = "risk_assessment_missing"
    RISK_ASSESSMENT_AFTER_START = "risk_assessment_after_start"
    GUARDIAN_CONSENT_MISSING = "guardian_consent_missing"
    GUARDIAN_CONSENT_AFTER_START = "guardian_consent_after_start"
    CONTRACT_MISSING = "contract_missing"
    CONTRACT_DOES_NOT_FIT_KIND = "contract_does_not_fit_kind"  # expected, given
    CONTRACT_REFERENCE_MISSING = "contract_reference_missing"
    CONTRACT_DATE_MISSING = "contract_date_missing"
    CONTRACT_AFTER_START = "contract_after_start"
    APPROVAL_MISSING = "approval_missing"  # party
    COUNSELLOR_APPROVED_FIRST = "counsellor_approved_first"


@dataclass(frozen=True)
class StartFacts:
    """A placement as it stands when somebody wants to confirm its start."""

    kind: OpeningKind
    worker: Worker
    starts_on: date | None
    risk_assessed_on: date | None = None
    guardian_consent_on: date | None = None
    contract_type: ContractType | None = None
    contract_reference: str = ""
    contract_date: date | None = None
    approved_at: Mapping[ApprovalParty, datetime] = field(default_factory=dict)


def check_start(facts: StartFacts) -> tuple[Finding, ...]:
    """All that is missing before the start, each with the field it belongs to. Empty means: may start."""
    findings = _check_contract(facts) + _check_approvals(facts)
    if facts.starts_on is None:
        return (block(StartCode.START_DATE_MISSING, "starts_on"), *findings)
    return tuple(_check_age(facts, facts.starts_on) + findings)


def _check_age(facts: StartFacts, starts_on: date) -> list[Finding]:
    """Risk assessment under 18 (regulation § 12-1), consent for children (§ 12-4), NAV's measures from 16."""
    ages = young_worker_rules().ages
    band, age = band_on(facts.worker, starts_on), age_on(facts.worker.birth_date, starts_on)
    findings: list[Finding] = []
    if band is WorkerBand.UNDER_13:
        findings.append(block(StartCode.TOO_YOUNG_TO_WORK, "starts_on", lowest=ages.lowest))
    if not facts.kind.paid and age < ages.nav_measures_from:
        lowest = ages.nav_measures_from
        findings.append(block(StartCode.TOO_YOUNG_FOR_WORK_TRAINING, "starts_on", lowest=lowest))
    if band is not WorkerBand.ADULT:
        codes = StartCode.RISK_ASSESSMENT_MISSING, StartCode.RISK_ASSESSMENT_AFTER_START
        findings += _check_done_before(facts.risk_assessed_on, starts_on, "risk_assessed_on", *codes)
    if band in (WorkerBand.CHILD, WorkerBand.UNDER_13):
        codes = StartCode.GUARDIAN_CONSENT_MISSING, StartCode.GUARDIAN_CONSENT_AFTER_START
        findings += _check_done_before(facts.guardian_consent_on, starts_on, "guardian_consent_on", *codes)
    return findings


def _check_done_before(
    done_on: date | None, starts_on: date, name: str, missing: StartCode, late: StartCode
) -> list[Finding]:
    if done_on is None:
        return [block(missing, name)]
    return [block(late, name)] if done_on > starts_on else []


def _check_contract(facts: StartFacts) -> list[Finding]:
    """Plass's agreement is no legal contract: type, reference and date of that one are recorded (product, D)."""
    if facts.contract_type is None:
        return [block(StartCode.CONTRACT_MISSING, "contract_type")]
    findings: list[Finding] = []
    expected = facts.kind.contract_type
    if facts.contract_type is not expected:
        code = StartCode.CONTRACT_DOES_NOT_FIT_KIND
        given = facts.contract_type.value
        findings.append(block(code, "contract_type", expected=expected.value, given=given))
    if not facts.contract_reference.strip():
        findings.append(block(StartCode.CONTRACT_REFERENCE_MISSING, "contract_reference"))
    if facts.contract_date is None:
        findings.append(block(StartCode.CONTRACT_DATE_MISSING, "contract_date"))
    elif facts.starts_on is not None and facts.contract_date > facts.starts_on:
        findings.append(block(StartCode.CONTRACT_AFTER_START, "contract_date"))
    return findings


def _check_approvals(facts: StartFacts) -> list[Finding]:
    """All three approve, the counsellor last (R14)."""
    missing = [party for party in ApprovalParty if party not in facts.approved_at]
    findings = [block(StartCode.APPROVAL_MISSING, "approvals", party=party.value) for party in missing]
    if not missing and facts.approved_at[ApprovalParty.COUNSELLOR] < max(facts.approved_at.values()):
        findings.append(block(StartCode.COUNSELLOR_APPROVED_FIRST, "approvals"))
    return findings
