"""What an agreement must say before anybody approves it, and at which field it is told."""

from dataclasses import replace
from datetime import date

import pytest

from ground.findings import Finding, block, warn
from matching.catalogue.kinds import OpeningKind
from matching.law.nav_schemes import SchemeCode
from matching.law.young_workers import Worker
from matching.placements.rules.agreement import STILL_MISSING, AgreementCode, AgreementFacts, check_agreement, is_wrong
from matching.placements.rules.start import StartCode, StartFacts

TODAY, START, END = date(2026, 11, 23), date(2026, 12, 1), date(2027, 5, 31)
ADULT, YOUTH = Worker(date(2005, 1, 1)), Worker(date(2009, 5, 1), finished_year_10=True)
CHILD, TOO_YOUNG = Worker(date(2012, 5, 1), finished_year_10=False), Worker(date(2014, 5, 1))


def agreement(worker: Worker = ADULT, kind: OpeningKind = OpeningKind.PERMANENT_JOB, **said: object) -> AgreementFacts:
    """A permanent job of 20 hours for an adult, all in place but the approvals."""
    start = StartFacts(
        kind=kind,
        worker=worker,
        starts_on=START,
        risk_assessed_on=TODAY,
        guardian_consent_on=TODAY,
        contract_type=kind.contract_type,
        contract_reference="2026/17",
        contract_date=TODAY,
    )
    at_start = {name: said.pop(name) for name in list(said) if hasattr(start, name)}
    facts = AgreementFacts(start=replace(start, **at_start), ends_on=None, hours_per_week=20.0)  # type: ignore[arg-type]  # each test names fields that exist
    return replace(facts, **said)  # type: ignore[arg-type]  # the same


def found(facts: AgreementFacts) -> list[Finding]:
    return list(check_agreement(facts, TODAY))


def test_an_agreement_that_says_all_it_must_waits_for_nothing_but_approvals() -> None:
    assert found(agreement()) == []
    assert found(agreement(YOUTH)) == []
    assert found(agreement(kind=OpeningKind.TEMPORARY_JOB, ends_on=END)) == []


def test_what_is_missing_at_the_start_is_told_in_the_agreement_too() -> None:
    assert found(agreement(contract_type=None)) == [block(StartCode.CONTRACT_MISSING, "contract_type")]


def test_nobody_begins_before_the_earliest_day_and_then_nothing_else_is_told() -> None:
    early = agreement(TOO_YOUNG, earliest_start=date(2026, 12, 2), hours_per_week=None, contract_type=None)
    assert found(early) == [block(AgreementCode.STARTS_TOO_EARLY, "starts_on", earliest="2026-12-02")]
    assert found(agreement(earliest_start=START)) == []
    assert AgreementCode.STARTS_TOO_EARLY not in [
        one.code for one in found(agreement(earliest_start=date(2026, 12, 2), starts_on=None))
    ]


def test_what_the_law_has_against_the_first_day_is_told_with_every_obstacle() -> None:
    against = agreement(against_the_law=("hazard_under_18", "young_worker_hours"))
    codes = "hazard_under_18,young_worker_hours"
    assert found(against) == [block(AgreementCode.AGAINST_THE_LAW, "starts_on", codes=codes)]


@pytest.mark.parametrize("name", ["contract_date", "risk_assessed_on", "guardian_consent_on"])
def test_a_day_on_which_something_was_done_lies_not_ahead(name: str) -> None:
    assert found(agreement(**{name: TODAY})) == []
    assert found(agreement(**{name: date(2026, 11, 24)})) == [block(AgreementCode.DAY_AHEAD, name)]
    assert AgreementCode.DAY_AHEAD not in [one.code for one in found(agreement(**{name: None}))]


@pytest.mark.parametrize("kind", OpeningKind)
def test_what_ends_by_nature_says_when(kind: OpeningKind) -> None:
    missing = [block(AgreementCode.END_MISSING, "ends_on")]
    assert found(agreement(kind=kind)) == (missing if kind.ends_by_nature else [])


def test_the_last_day_is_the_first_or_later() -> None:
    assert found(agreement(ends_on=START)) == []
    assert found(agreement(ends_on=date(2026, 11, 30))) == [block(AgreementCode.ENDS_BEFORE_START, "ends_on")]
    open_start = found(agreement(ends_on=date(2026, 11, 30), starts_on=None))
    assert open_start == [block(StartCode.START_DATE_MISSING, "starts_on")]


def test_the_hours_of_a_week_are_said() -> None:
    assert found(agreement(hours_per_week=None)) == [block(AgreementCode.HOURS_MISSING, "hours_per_week")]


@pytest.mark.parametrize(
    ("worker", "most", "told"),
    [
        (CHILD, 12, block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=12)),  # aml § 11-2 (1), with school
        (YOUTH, 40, block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=40)),  # aml § 11-2 (2)
        (ADULT, 40, warn(AgreementCode.MORE_HOURS_THAN_USUAL, "hours_per_week", limit=40)),  # aml § 10-4
        (ADULT, 48, block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=48)),  # aml § 10-6 (8)
    ],
)
def test_the_hours_of_a_week_stay_within_what_the_law_sets_for_the_age(
    worker: Worker, most: int, told: Finding
) -> None:
    assert told not in found(agreement(worker, hours_per_week=float(most)))
    assert found(agreement(worker, hours_per_week=most + 0.5)) == [told]


def test_a_child_works_35_hours_a_week_only_when_the_whole_agreement_lies_in_the_summer_holiday() -> None:
    summer = agreement(CHILD, OpeningKind.SUMMER_JOB, starts_on=date(2027, 6, 25), ends_on=date(2027, 8, 12))
    assert found(replace(summer, hours_per_week=35.0)) == []
    too_many = block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=35)
    assert found(replace(summer, hours_per_week=35.5)) == [too_many]
    longer = replace(summer, ends_on=date(2027, 8, 13), hours_per_week=12.5)
    assert found(longer) == [block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=12)]


def test_the_hours_for_other_employers_count_under_18_and_not_from_then() -> None:
    assert found(agreement(YOUTH, hours_per_week=30.0, hours_elsewhere=10.0)) == []
    too_many = block(AgreementCode.TOO_MANY_HOURS, "hours_per_week", limit=40)
    assert found(agreement(YOUTH, hours_per_week=30.0, hours_elsewhere=10.5)) == [too_many]
    assert found(agreement(ADULT, hours_per_week=30.0, hours_elsewhere=10.5)) == []


def test_without_a_first_day_or_below_13_no_hours_are_judged() -> None:
    assert found(agreement(hours_per_week=60.0, starts_on=None)) == [block(StartCode.START_DATE_MISSING, "starts_on")]
    below = [one.code for one in found(agreement(TOO_YOUNG, hours_per_week=60.0))]
    assert below == [StartCode.TOO_YOUNG_TO_WORK]


def test_a_scheme_without_an_end_of_its_own_ends_with_the_job() -> None:
    subsidy = agreement(kind=OpeningKind.TEMPORARY_JOB, schemes=("MIDLERTIDIG_LONNSTILSKUDD",))
    assert found(replace(subsidy, ends_on=date(2028, 11, 30))) == []
    too_long = {"scheme": "MIDLERTIDIG_LONNSTILSKUDD", "latest": "2028-11-30"}
    assert found(replace(subsidy, ends_on=date(2028, 12, 1))) == [
        block(SchemeCode.SCHEME_TOO_LONG, "ends_on", **too_long)
    ]
    own_end = replace(subsidy, ends_on=date(2028, 12, 31), schemes_end_on=date(2028, 11, 30))
    assert found(own_end) == []
    assert found(replace(own_end, schemes_end_on=date(2028, 12, 1))) == [
        block(SchemeCode.SCHEME_TOO_LONG, "schemes_end_on", **too_long)
    ]


def test_what_is_wrong_with_a_scheme_stands_where_it_can_be_mended() -> None:
    subsidy = agreement(schemes=("MIDLERTIDIG_LONNSTILSKUDD",))
    missing = block(SchemeCode.SCHEME_END_MISSING, "schemes_end_on", scheme="MIDLERTIDIG_LONNSTILSKUDD")
    assert found(subsidy) == [missing]
    closed = {"scheme": "VTAO", "start": "2026-12-01"}
    assert found(agreement(schemes=("VTAO",))) == [block(SchemeCode.SCHEME_NOT_OPEN, "starts_on", **closed)]
    assert found(agreement(schemes=("NO_SUCH",))) == [block(SchemeCode.UNKNOWN_SCHEME, "schemes", scheme="NO_SUCH")]


def test_without_a_first_day_no_scheme_is_judged() -> None:
    undated = agreement(schemes=("NO_SUCH",), starts_on=None)
    assert found(undated) == [block(StartCode.START_DATE_MISSING, "starts_on")]


def test_what_is_left_open_is_not_wrong_and_what_warns_is_not_either() -> None:
    for code in STILL_MISSING:
        assert not is_wrong(block(code))
    assert is_wrong(block(AgreementCode.ENDS_BEFORE_START))
    assert not is_wrong(warn(AgreementCode.MORE_HOURS_THAN_USUAL))
