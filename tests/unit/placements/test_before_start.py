"""What must be in place before a placement starts: age, risk assessment, consent, contract, approvals."""

from dataclasses import replace
from datetime import UTC, date, datetime

from matching.catalogue.kinds import ContractType, OpeningKind
from matching.law.young_workers import Worker
from matching.placements.rules.start import StartFacts, check_start
from matching.records.types import ApprovalParty

START = date(2026, 12, 1)
ADULT, YOUTH = Worker(date(2005, 1, 1)), Worker(date(2009, 5, 1), finished_year_10=True)
CHILD = Worker(date(2011, 5, 1))


def ready(worker: Worker = ADULT, kind: OpeningKind = OpeningKind.PERMANENT_JOB) -> StartFacts:
    """Everything is in place for an adult."""
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    return StartFacts(
        kind=kind,
        worker=worker,
        starts_on=START,
        contract_type=kind.contract_type,
        contract_reference="2026/17",
        contract_date=date(2026, 11, 20),
        approved_at={party: noon.replace(hour=12 + hour) for hour, party in enumerate(ApprovalParty)},
    )


def codes(facts: StartFacts) -> list[str]:
    return [found.code.value for found in check_start(facts)]


def test_an_adult_with_a_contract_and_three_approvals_may_start() -> None:
    for kind in OpeningKind:
        assert codes(ready(kind=kind)) == []


def test_without_a_start_date_nothing_starts() -> None:
    assert codes(replace(ready(), starts_on=None)) == ["start_date_missing"]


def test_under_18_the_risk_is_assessed_before_the_start() -> None:
    assert codes(ready(YOUTH)) == ["risk_assessment_missing"]
    assert codes(replace(ready(YOUTH), risk_assessed_on=date(2026, 12, 2))) == ["risk_assessment_after_start"]
    assert codes(replace(ready(YOUTH), risk_assessed_on=START)) == []


def test_a_child_under_the_law_needs_the_guardians_written_consent_and_a_youth_does_not() -> None:
    assessed = replace(ready(CHILD), risk_assessed_on=START)
    assert codes(assessed) == ["guardian_consent_missing"]
    assert codes(replace(assessed, guardian_consent_on=date(2026, 11, 30))) == []


def test_someone_who_turns_18_on_the_start_date_starts_as_an_adult() -> None:
    assert codes(ready(Worker(date(2008, 12, 1)))) == []


def test_work_training_is_from_16() -> None:
    fifteen = Worker(date(2011, 1, 1), finished_year_10=True)
    facts = replace(ready(fifteen, OpeningKind.WORK_TRAINING_PART), risk_assessed_on=START)
    assert codes(facts) == ["too_young_for_work_training"]


def test_the_legal_contract_must_fit_the_kind_of_place() -> None:
    facts = replace(ready(kind=OpeningKind.APPRENTICE), contract_type=ContractType.NAV_AGREEMENT)
    found = check_start(facts)
    assert [one.code.value for one in found] == ["contract_does_not_fit_kind"]
    assert found[0].params == {"expected": "training_contract", "given": "nav_agreement"}


def test_contract_reference_and_date_are_recorded_and_not_later_than_the_start() -> None:
    empty = replace(ready(), contract_reference=" ", contract_date=None)
    assert codes(empty) == ["contract_reference_missing", "contract_date_missing"]
    assert codes(replace(ready(), contract_type=None)) == ["contract_missing"]
    assert codes(replace(ready(), contract_date=date(2026, 12, 2))) == ["contract_after_start"]


def test_all_three_approve_and_the_counsellor_last() -> None:
    facts = ready()
    without_candidate = {key: at for key, at in facts.approved_at.items() if key is not ApprovalParty.CANDIDATE}
    assert codes(replace(facts, approved_at=without_candidate)) == ["approval_missing"]
    early = datetime(2026, 11, 1, tzinfo=UTC)
    counsellor_first = {**facts.approved_at, ApprovalParty.COUNSELLOR: early}
    assert codes(replace(facts, approved_at=counsellor_first)) == ["counsellor_approved_first"]
