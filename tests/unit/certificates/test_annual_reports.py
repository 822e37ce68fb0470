"""When the reports of a certificate are due, when each can be delivered, and which is the next."""

from datetime import date

import pytest

from certification.certificates.validity import CertificateFacts, next_report, overdue_report, report_due, reports_open

START, END = date(2026, 11, 22), date(2029, 11, 22)
FIRST, SECOND = date(2027, 11, 22), date(2028, 11, 22)


def facts(**delivered: date) -> CertificateFacts:
    reports = {number: delivered[name] for number, name in enumerate(("first", "second"), 1) if name in delivered}
    return CertificateFacts(valid_from=START, valid_until=END, annual_reports=reports)


def test_a_report_is_due_each_year_but_the_last() -> None:
    assert [report_due(facts(), year) for year in (1, 2, 3, 4)] == [FIRST, SECOND, None, None]


def test_the_next_report_is_the_first_that_has_not_come() -> None:
    assert next_report(facts()) == FIRST
    assert next_report(facts(first=FIRST)) == SECOND
    assert next_report(facts(first=FIRST, second=SECOND)) is None


def test_a_report_can_be_delivered_three_months_before_its_last_day() -> None:
    assert reports_open(FIRST) == date(2027, 8, 22)
    assert reports_open(date(2027, 5, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "delivered", "overdue"),
    [
        (FIRST, {}, None),  # it may still come today
        (date(2027, 11, 23), {}, 1),
        (date(2027, 11, 23), {"first": date(2027, 11, 23)}, None),
        (date(2027, 11, 23), {"first": date(2027, 11, 24)}, 1),  # what came later was not there then
        (SECOND, {"first": FIRST}, None),
        (date(2028, 11, 23), {"first": FIRST}, 2),
        (date(2028, 11, 23), {"first": FIRST, "second": SECOND}, None),
        (END, {"first": FIRST, "second": SECOND}, None),
    ],
)
def test_the_first_report_that_did_not_come_in_time_is_overdue(
    day: date, delivered: dict[str, date], overdue: int | None
) -> None:
    assert overdue_report(facts(**delivered), day) == overdue
