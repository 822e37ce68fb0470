"""What must be true before a placement may start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from matching.data.young_workers import YoungWorkerRules, young_worker_rules
from matching.rules.findings import Finding, block
from matching.rules.young_workers import Worker, age_on, band_on
from matching.types import ApprovalParty, ContractType, OpeningKind, WorkerBand


class StartCode(StrEnum):
    """What can stand in the way of a start."""

    start_date_missing = "start_date_missing"
    too_young_to_work = "too_young_to_work"  # lowest
    too_young_for_work_training = "too_young_for_work_training"  # lowest
    risk_assessment_missing = "risk_assessment_missing"
    risk_assessment_after_start = "risk_assessment_after_start"
    guardian_consent_missing = "guardian_consent_missing"
    guardian_consent_after_start = "guardian_consent_after_start"
    contract_missing = "contract_missing"
    contract_does_not_fit_kind = "contract_does_not_fit_kind"  # expected, given
    contract_reference_missing = "contract_reference_missing"
    contract_date_missing = "contract_date_missing"
    contract_after_start = "contract_after_start"
    approval_missing = "approval_missing"  # party
    counsellor_approved_first = "counsellor_approved_first"


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


def check_start(facts: StartFacts, rules: YoungWorkerRules | None = None) -> tuple[Finding, ...]:
    """All that is missing before the start, each with the field it belongs to. Empty means: may start."""
    rules = rules or young_worker_rules()
    findings = _check_contract(facts) + _check_approvals(facts)
    if facts.starts_on is None:
        return (block(StartCode.start_date_missing, "starts_on"), *findings)
    return tuple(_check_age(facts, facts.starts_on, rules) + findings)


def _check_age(facts: StartFacts, starts_on: date, rules: YoungWorkerRules) -> list[Finding]:
    """Risk assessment under 18 (regulation § 12-1), consent for children (§ 12-4), NAV's measures from 16."""
    band, age = band_on(facts.worker, starts_on, rules), age_on(facts.worker.birth_date, starts_on)
    findings: list[Finding] = []
    if band is WorkerBand.under_13:
        findings.append(block(StartCode.too_young_to_work, "starts_on", lowest=rules.ages.lowest))
    if not facts.kind.paid and age < rules.ages.nav_measures_from:
        lowest = rules.ages.nav_measures_from
        findings.append(block(StartCode.too_young_for_work_training, "starts_on", lowest=lowest))
    if band is not WorkerBand.adult:
        codes = StartCode.risk_assessment_missing, StartCode.risk_assessment_after_start
        findings += _check_done_before(facts.risk_assessed_on, starts_on, "risk_assessed_on", *codes)
    if band in (WorkerBand.child, WorkerBand.under_13):
        codes = StartCode.guardian_consent_missing, StartCode.guardian_consent_after_start
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
        return [block(StartCode.contract_missing, "contract_type")]
    findings: list[Finding] = []
    expected = facts.kind.contract_type
    if facts.contract_type is not expected:
        code = StartCode.contract_does_not_fit_kind
        given = facts.contract_type.value
        findings.append(block(code, "contract_type", expected=expected.value, given=given))
    if not facts.contract_reference.strip():
        findings.append(block(StartCode.contract_reference_missing, "contract_reference"))
    if facts.contract_date is None:
        findings.append(block(StartCode.contract_date_missing, "contract_date"))
    elif facts.starts_on is not None and facts.contract_date > facts.starts_on:
        findings.append(block(StartCode.contract_after_start, "contract_date"))
    return findings


def _check_approvals(facts: StartFacts) -> list[Finding]:
    """All three approve, the counsellor last (R14)."""
    missing = [party for party in ApprovalParty if party not in facts.approved_at]
    findings = [block(StartCode.approval_missing, "approvals", party=party.value) for party in missing]
    if not missing and facts.approved_at[ApprovalParty.counsellor] < max(facts.approved_at.values()):
        findings.append(block(StartCode.counsellor_approved_first, "approvals"))
    return findings
