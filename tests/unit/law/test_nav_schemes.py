"""NAV's schemes: when they are open, for whom, and for how long."""

from datetime import date

from matching.catalogue.kinds import OpeningKind
from matching.law.nav_schemes import check_scheme, latest_end, nav_schemes

START = date(2026, 12, 1)


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
