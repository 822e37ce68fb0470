"""NAV's schemes: when they are open, for whom and for how long, and at which field it is told."""

from datetime import date

import pytest

from ground.dates import add_months
from ground.findings import Finding, block
from matching.catalogue.kinds import OpeningKind
from matching.law.nav_schemes import NavScheme, SchemeCode, StartWindow, check_scheme, latest_end, nav_schemes

JOB, TEMPORARY, SUMMER = OpeningKind.PERMANENT_JOB, OpeningKind.TEMPORARY_JOB, OpeningKind.SUMMER_JOB
START, BORN = date(2026, 12, 1), date(2005, 1, 1)


def found(
    code: str, kind: OpeningKind = JOB, *, born: date = BORN, start: date = START, end: date | None = None
) -> list[Finding]:
    return list(check_scheme(code, kind, born, start, end))


def codes(code: str, kind: OpeningKind, born: date, start: date, end: date | None) -> list[str]:
    return [one.code.value for one in found(code, kind, born=born, start=start, end=end)]


def scheme(code: str) -> NavScheme:
    known = nav_schemes().get(code)
    assert known is not None
    return known


def test_the_four_year_subsidy_opened_on_the_first_of_august_2026_for_those_up_to_30() -> None:
    job, end = OpeningKind.PERMANENT_JOB, date(2027, 1, 1)
    assert codes("FIREARIG_LONNSTILSKUDD", job, date(2000, 1, 1), date(2026, 8, 1), end) == []
    assert codes("FIREARIG_LONNSTILSKUDD", job, date(2000, 1, 1), date(2026, 7, 31), end) == ["scheme_not_open"]
    assert codes("FIREARIG_LONNSTILSKUDD", job, date(1995, 8, 1), date(2026, 8, 1), end) == ["scheme_too_old"]


def test_the_four_year_subsidy_lasts_two_years_in_a_temporary_job_and_never_beyond_2032() -> None:
    subsidy = nav_schemes().get("FIREARIG_LONNSTILSKUDD")
    assert subsidy is not None
    start = date(2026, 8, 1)
    assert latest_end(subsidy, OpeningKind.PERMANENT_JOB, start) == date(2030, 7, 31)
    assert latest_end(subsidy, OpeningKind.TEMPORARY_JOB, start) == date(2028, 7, 31)
    assert latest_end(subsidy, OpeningKind.PERMANENT_JOB, date(2030, 1, 1)) == date(2032, 12, 31)


def test_vta_in_ordinary_companies_is_closed_for_new_starts_after_august_2026() -> None:
    job, born = OpeningKind.PERMANENT_JOB, date(2005, 1, 1)
    assert codes("VTAO", job, born, date(2026, 8, 31), None) == []
    assert codes("VTAO", job, born, date(2026, 9, 1), None) == ["scheme_not_open"]


def test_the_summer_job_subsidy_is_for_four_weeks_that_begin_in_summer() -> None:
    job, born = OpeningKind.SUMMER_JOB, date(2008, 1, 1)
    assert codes("SOMMERJOBB", job, born, date(2027, 8, 31), date(2027, 9, 27)) == []
    assert codes("SOMMERJOBB", job, born, date(2027, 8, 31), date(2027, 9, 28)) == ["scheme_too_long"]
    assert codes("SOMMERJOBB", job, born, date(2027, 9, 1), date(2027, 9, 14)) == ["scheme_not_open"]


def test_work_training_lasts_at_most_eighteen_months_and_has_an_end() -> None:
    kind, born = OpeningKind.WORK_TRAINING_FULL, date(2005, 1, 1)
    assert codes("ARBEIDSTRENING", kind, born, date(2026, 12, 1), date(2028, 5, 31)) == []
    assert codes("ARBEIDSTRENING", kind, born, date(2026, 12, 1), date(2028, 6, 1)) == ["scheme_too_long"]
    assert codes("ARBEIDSTRENING", kind, born, date(2026, 12, 1), None) == ["scheme_end_missing"]
    paid = codes("ARBEIDSTRENING", OpeningKind.PERMANENT_JOB, born, START, date(2027, 1, 1))
    assert paid == ["scheme_not_for_kind"]


def test_no_scheme_is_for_those_under_16() -> None:
    for one in nav_schemes().schemes:
        assert "scheme_too_young" in codes(one.code, sorted(one.kinds)[0], date(2011, 1, 1), START, None)


def test_an_unknown_scheme_is_refused() -> None:
    assert codes("NO_SUCH", OpeningKind.PERMANENT_JOB, date(2005, 1, 1), START, None) == ["unknown_scheme"]


def test_a_scheme_that_is_not_for_the_kind_of_place_is_told_with_both() -> None:
    not_for = block(SchemeCode.SCHEME_NOT_FOR_KIND, scheme="VARIG_LONNSTILSKUDD", kind="apprentice")
    assert found("VARIG_LONNSTILSKUDD", OpeningKind.APPRENTICE) == [not_for]


def test_a_scheme_that_is_not_open_is_told_at_the_first_day() -> None:
    closed = {"scheme": "TILRETTELAGT_ARBEID_ORDINAER", "start": "2026-07-31"}
    assert found("TILRETTELAGT_ARBEID_ORDINAER", start=date(2026, 8, 1)) == []
    assert found("TILRETTELAGT_ARBEID_ORDINAER", start=date(2026, 7, 31)) == [
        block(SchemeCode.SCHEME_NOT_OPEN, "starts_on", **closed)
    ]


def test_everybody_can_take_part_from_the_day_they_are_16() -> None:
    young = block(SchemeCode.SCHEME_TOO_YOUNG, scheme="VARIG_LONNSTILSKUDD", min_age=16)
    assert found("VARIG_LONNSTILSKUDD", born=date(2010, 12, 1)) == []
    assert found("VARIG_LONNSTILSKUDD", born=date(2010, 12, 2)) == [young]


def test_an_upper_age_holds_through_the_whole_year_of_it() -> None:
    old = block(SchemeCode.SCHEME_TOO_OLD, scheme="FIREARIG_LONNSTILSKUDD", max_age=30)
    assert found("FIREARIG_LONNSTILSKUDD", born=date(1995, 12, 2), end=START) == []
    assert found("FIREARIG_LONNSTILSKUDD", born=date(1995, 12, 1), end=START) == [old]


def test_several_things_can_be_wrong_with_one_scheme() -> None:
    told = found("SOMMERJOBB", JOB, born=date(1990, 1, 1), end=date(2026, 11, 30))
    assert [one.code for one in told] == [
        SchemeCode.SCHEME_NOT_FOR_KIND,
        SchemeCode.SCHEME_NOT_OPEN,
        SchemeCode.SCHEME_TOO_OLD,
        SchemeCode.SCHEME_ENDS_BEFORE_START,
    ]


def test_the_end_of_a_scheme_is_told_at_the_end() -> None:
    name = "MIDLERTIDIG_LONNSTILSKUDD"
    assert found(name, end=START) == []
    before = block(SchemeCode.SCHEME_ENDS_BEFORE_START, "ends_on", scheme=name)
    assert found(name, end=date(2026, 11, 30)) == [before]
    assert found(name) == [block(SchemeCode.SCHEME_END_MISSING, "ends_on", scheme=name)]
    assert found(name, end=date(2028, 11, 30)) == []
    too_long = block(SchemeCode.SCHEME_TOO_LONG, "ends_on", scheme=name, latest="2028-11-30")
    assert found(name, end=date(2028, 12, 1)) == [too_long]


def test_a_scheme_without_a_length_needs_no_end_but_not_one_before_the_start() -> None:
    assert found("VARIG_LONNSTILSKUDD") == []
    assert found("VARIG_LONNSTILSKUDD", end=date(2060, 1, 1)) == []
    before = block(SchemeCode.SCHEME_ENDS_BEFORE_START, "ends_on", scheme="VARIG_LONNSTILSKUDD")
    assert found("VARIG_LONNSTILSKUDD", end=date(2026, 11, 30)) == [before]


@pytest.mark.parametrize(
    ("day", "inside"),
    [(date(2027, 5, 31), False), (date(2027, 6, 1), True), (date(2027, 8, 31), True), (date(2027, 9, 1), False)],
)
def test_both_ends_of_a_window_of_the_year_lie_inside(day: date, inside: bool) -> None:
    summer = StartWindow(from_month=6, from_day=1, until_month=8, until_day=31)
    assert summer.holds(day) is inside
    assert scheme("SOMMERJOBB").can_start(day) is inside


def test_the_last_day_is_the_earlier_of_what_length_and_scheme_allow() -> None:
    four_years = scheme("FIREARIG_LONNSTILSKUDD")
    assert latest_end(four_years, JOB, date(2028, 12, 31)) == date(2032, 12, 30)
    assert latest_end(four_years, JOB, date(2029, 1, 2)) == date(2032, 12, 31)
    assert latest_end(four_years, TEMPORARY, START) == date(2028, 11, 30)
    assert latest_end(scheme("SOMMERJOBB"), SUMMER, date(2027, 6, 7)) == date(2027, 7, 4)
    assert latest_end(scheme("VARIG_LONNSTILSKUDD"), JOB, START) is None


@pytest.mark.parametrize("known", nav_schemes().schemes, ids=lambda one: one.code)
def test_who_keeps_every_limit_of_a_scheme_is_told_nothing(known: NavScheme) -> None:
    kind = sorted(known.kinds)[0]
    start = known.last_start or date(2027, 7, 1)
    assert found(known.code, kind, start=start, end=latest_end(known, kind, start) or add_months(start, 1)) == []
