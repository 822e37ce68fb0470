"""What must be in place before a placement starts: age, risk assessment, consent, contract, approvals."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ground.findings import block
from matching.catalogue.kinds import ContractType, OpeningKind
from matching.law.young_workers import Worker
from matching.placements.rules.start import StartCode, StartFacts, check_start
from matching.records.types import ApprovalParty

START = date(2026, 12, 1)
ADULT, YOUTH = Worker(date(2005, 1, 1)), Worker(date(2009, 5, 1), finished_year_10=True)
CHILD, PUPIL = Worker(date(2011, 5, 1)), Worker(date(2012, 5, 1), finished_year_10=False)
DAY_AFTER = date(2026, 12, 2)


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


def on_paper(worker: Worker, **said: object) -> StartFacts:
    """Risk assessed and consent given on the very day of the start."""
    in_place = replace(ready(worker), risk_assessed_on=START, guardian_consent_on=START)
    return replace(in_place, **said)  # type: ignore[arg-type]  # each test names fields that exist


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


def test_the_legal_contract_must_fit_the_kind_of_place() -> None:
    facts = replace(ready(kind=OpeningKind.APPRENTICE), contract_type=ContractType.NAV_AGREEMENT)
    found = check_start(facts)
    assert [one.code.value for one in found] == ["contract_does_not_fit_kind"]
    assert found[0].params == {"expected": "training_contract", "given": "nav_agreement"}


def test_all_three_approve_and_the_counsellor_last() -> None:
    facts = ready()
    without_candidate = {key: at for key, at in facts.approved_at.items() if key is not ApprovalParty.CANDIDATE}
    assert codes(replace(facts, approved_at=without_candidate)) == ["approval_missing"]
    early = datetime(2026, 11, 1, tzinfo=UTC)
    counsellor_first = {**facts.approved_at, ApprovalParty.COUNSELLOR: early}
    assert codes(replace(facts, approved_at=counsellor_first)) == ["counsellor_approved_first"]


@pytest.mark.parametrize(
    ("name", "missing", "late"),
    [
        ("risk_assessed_on", StartCode.RISK_ASSESSMENT_MISSING, StartCode.RISK_ASSESSMENT_AFTER_START),
        ("guardian_consent_on", StartCode.GUARDIAN_CONSENT_MISSING, StartCode.GUARDIAN_CONSENT_AFTER_START),
    ],
)
def test_for_a_child_risk_and_consent_are_there_no_later_than_the_first_day(
    name: str, missing: StartCode, late: StartCode
) -> None:
    assert check_start(on_paper(PUPIL)) == ()
    assert check_start(on_paper(PUPIL, **{name: None})) == (block(missing, name),)
    assert check_start(on_paper(PUPIL, **{name: DAY_AFTER})) == (block(late, name),)


def test_a_youth_needs_no_consent_and_an_adult_no_risk_assessment() -> None:
    assert check_start(on_paper(YOUTH, guardian_consent_on=DAY_AFTER)) == ()
    assert check_start(on_paper(Worker(date(2008, 12, 1)), risk_assessed_on=DAY_AFTER)) == ()


def test_below_13_nobody_works_and_everything_for_children_is_asked_for_too() -> None:
    twelve = Worker(date(2013, 12, 2))
    assert check_start(ready(twelve)) == (
        block(StartCode.TOO_YOUNG_TO_WORK, "starts_on", lowest=13),
        block(StartCode.RISK_ASSESSMENT_MISSING, "risk_assessed_on"),
        block(StartCode.GUARDIAN_CONSENT_MISSING, "guardian_consent_on"),
    )
    assert check_start(on_paper(Worker(date(2013, 12, 1)))) == ()


@pytest.mark.parametrize("kind", OpeningKind)
def test_only_unpaid_work_training_is_closed_below_16(kind: OpeningKind) -> None:
    fifteen, sixteen = Worker(date(2010, 12, 2)), Worker(date(2010, 12, 1))
    facts = on_paper(fifteen, kind=kind, contract_type=kind.contract_type)
    told = block(StartCode.TOO_YOUNG_FOR_WORK_TRAINING, "starts_on", lowest=16)
    assert check_start(facts) == (() if kind.paid else (told,))
    assert check_start(replace(facts, worker=sixteen)) == ()


def test_without_a_first_day_the_contract_and_the_approvals_are_judged_all_the_same() -> None:
    undated = replace(ready(PUPIL), starts_on=None, contract_date=DAY_AFTER, contract_reference="", approved_at={})
    assert check_start(undated) == (
        block(StartCode.START_DATE_MISSING, "starts_on"),
        block(StartCode.CONTRACT_REFERENCE_MISSING, "contract_reference"),
        *(block(StartCode.APPROVAL_MISSING, "approvals", party=party) for party in ApprovalParty),
    )


def test_without_a_contract_nothing_else_of_it_is_asked_for() -> None:
    nothing = replace(ready(), contract_type=None, contract_reference="", contract_date=None)
    assert check_start(nothing) == (block(StartCode.CONTRACT_MISSING, "contract_type"),)


def test_everything_that_is_wrong_with_a_contract_is_told_at_its_field() -> None:
    other = replace(ready(), contract_type=ContractType.TRAINING_CONTRACT, contract_reference=" ", contract_date=None)
    assert check_start(other) == (
        block(
            StartCode.CONTRACT_DOES_NOT_FIT_KIND,
            "contract_type",
            expected="employment_contract",
            given="training_contract",
        ),
        block(StartCode.CONTRACT_REFERENCE_MISSING, "contract_reference"),
        block(StartCode.CONTRACT_DATE_MISSING, "contract_date"),
    )


def test_a_contract_is_signed_on_the_first_day_at_the_latest() -> None:
    assert check_start(replace(ready(), contract_date=START)) == ()
    assert check_start(replace(ready(), contract_date=DAY_AFTER)) == (
        block(StartCode.CONTRACT_AFTER_START, "contract_date"),
    )


def test_the_counsellor_approves_last_or_at_the_same_moment() -> None:
    noon, later = datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 11, 20, 13, tzinfo=UTC)
    together = dict.fromkeys(ApprovalParty, noon)
    assert check_start(replace(ready(), approved_at=together)) == ()
    for party in (ApprovalParty.CANDIDATE, ApprovalParty.EMPLOYER):
        before_others = replace(ready(), approved_at={**together, party: later})
        assert check_start(before_others) == (block(StartCode.COUNSELLOR_APPROVED_FIRST, "approvals"),)


@pytest.mark.parametrize("party", ApprovalParty)
def test_an_approval_that_is_missing_is_told_by_whose_it_is(party: ApprovalParty) -> None:
    approved = {one: at for one, at in ready().approved_at.items() if one is not party}
    assert check_start(replace(ready(), approved_at=approved)) == (
        block(StartCode.APPROVAL_MISSING, "approvals", party=party.value),
    )
