"""What must be in place before a placement starts: age, risk assessment, consent, contract, approvals, NAV's limits."""

from dataclasses import replace
from datetime import UTC, date, datetime

from matching.catalogue.kinds import ContractType, OpeningKind
from matching.law.nav_schemes import check_scheme, latest_end, nav_schemes
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


def scheme(code: str, kind: OpeningKind, born: date, start: date, end: date | None) -> list[str]:
    return [found.code.value for found in check_scheme(code, kind, born, start, end)]


def test_the_four_year_subsidy_opened_on_the_first_of_august_2026_for_those_up_to_30() -> None:
    job, end = OpeningKind.PERMANENT_JOB, date(2027, 1, 1)
    assert scheme("FIREARIG_LONNSTILSKUDD", job, date(2000, 1, 1), date(2026, 8, 1), end) == []
    assert scheme("FIREARIG_LONNSTILSKUDD", job, date(2000, 1, 1), date(2026, 7, 31), end) == ["scheme_not_open"]
    assert scheme("FIREARIG_LONNSTILSKUDD", job, date(1995, 8, 1), date(2026, 8, 1), end) == ["scheme_too_old"]


def test_the_four_year_subsidy_lasts_two_years_in_a_temporary_job_and_never_beyond_2032() -> None:
    subsidy = nav_schemes().get("FIREARIG_LONNSTILSKUDD")
    assert subsidy is not None
    start = date(2026, 8, 1)
    assert latest_end(subsidy, OpeningKind.PERMANENT_JOB, start) == date(2030, 7, 31)
    assert latest_end(subsidy, OpeningKind.TEMPORARY_JOB, start) == date(2028, 7, 31)
    assert latest_end(subsidy, OpeningKind.PERMANENT_JOB, date(2030, 1, 1)) == date(2032, 12, 31)


def test_vta_in_ordinary_companies_is_closed_for_new_starts_after_august_2026() -> None:
    job, born = OpeningKind.PERMANENT_JOB, date(2005, 1, 1)
    assert scheme("VTAO", job, born, date(2026, 8, 31), None) == []
    assert scheme("VTAO", job, born, date(2026, 9, 1), None) == ["scheme_not_open"]


def test_the_summer_job_subsidy_is_for_four_weeks_that_begin_in_summer() -> None:
    job, born = OpeningKind.SUMMER_JOB, date(2008, 1, 1)
    assert scheme("SOMMERJOBB", job, born, date(2027, 8, 31), date(2027, 9, 27)) == []
    assert scheme("SOMMERJOBB", job, born, date(2027, 8, 31), date(2027, 9, 28)) == ["scheme_too_long"]
    assert scheme("SOMMERJOBB", job, born, date(2027, 9, 1), date(2027, 9, 14)) == ["scheme_not_open"]


def test_work_training_lasts_at_most_eighteen_months_and_has_an_end() -> None:
    kind, born = OpeningKind.WORK_TRAINING_FULL, date(2005, 1, 1)
    assert scheme("ARBEIDSTRENING", kind, born, date(2026, 12, 1), date(2028, 5, 31)) == []
    assert scheme("ARBEIDSTRENING", kind, born, date(2026, 12, 1), date(2028, 6, 1)) == ["scheme_too_long"]
    assert scheme("ARBEIDSTRENING", kind, born, date(2026, 12, 1), None) == ["scheme_end_missing"]
    paid = scheme("ARBEIDSTRENING", OpeningKind.PERMANENT_JOB, born, START, date(2027, 1, 1))
    assert paid == ["scheme_not_for_kind"]


def test_no_scheme_is_for_those_under_16() -> None:
    for one in nav_schemes().schemes:
        assert "scheme_too_young" in scheme(one.code, sorted(one.kinds)[0], date(2011, 1, 1), START, None)


def test_an_unknown_scheme_is_refused() -> None:
    assert scheme("NO_SUCH", OpeningKind.PERMANENT_JOB, date(2005, 1, 1), START, None) == ["unknown_scheme"]
