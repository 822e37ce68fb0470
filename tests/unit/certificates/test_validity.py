"""What a certificate is worth on any day, from what had happened by then."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.certificates.types import CertificateStatus
from certification.certificates.validity import (
    CertificateFacts,
    Suspension,
    add_months,
    counts_on,
    overdue_report,
    recertification_opens,
    report_due,
    status_on,
    valid_until,
)
from certification.criteria.types import LevelId
from tests.builders.criteria import edition

START, END = date(2026, 11, 22), date(2029, 11, 22)
ON_TIME = {1: date(2027, 11, 1), 2: date(2028, 11, 1)}
DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def facts(**changes: object) -> CertificateFacts:
    known: dict[str, object] = {"valid_from": START, "valid_until": END, "annual_reports": ON_TIME}
    return CertificateFacts(**known | changes)  # type: ignore[arg-type]  # each test names some of the fields


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 36, date(2029, 11, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_added_with_care_for_their_ends(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(days, st.integers(0, 240), st.integers(0, 240))
def test_more_months_are_never_earlier(day: date, some: int, more: int) -> None:
    assert add_months(day, some) <= add_months(day, some + more)


def test_a_certificate_lasts_thirty_six_months_and_underveis_eighteen() -> None:
    assert valid_until(edition().level(LevelId.INKLUDERENDE), START) == END
    assert valid_until(edition().level(LevelId.PADRIVER), START) == END
    assert valid_until(edition().level(LevelId.UNDERVEIS), START) == date(2028, 5, 22)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (START - DAY, CertificateStatus.NOT_YET_VALID),
        (START, CertificateStatus.VALID),
        (date(2029, 5, 21), CertificateStatus.VALID),
        (date(2029, 5, 22), CertificateStatus.EXPIRES_SOON),
        (END, CertificateStatus.EXPIRES_SOON),
        (END + DAY, CertificateStatus.EXPIRED),
    ],
)
def test_a_certificate_begins_nears_its_end_and_expires(day: date, status: CertificateStatus) -> None:
    assert status_on(facts(), day) is status


def test_a_report_is_overdue_the_day_after_it_was_due_until_it_is_delivered() -> None:
    late = facts(annual_reports={1: date(2028, 1, 10)})
    assert report_due(late, 1) == date(2027, 11, 22)
    assert status_on(late, date(2027, 11, 22)) is CertificateStatus.VALID
    assert status_on(late, date(2027, 11, 23)) is CertificateStatus.ANNUAL_REPORT_OVERDUE
    assert counts_on(late, date(2027, 11, 23))
    assert status_on(late, date(2028, 1, 10)) is CertificateStatus.VALID
    assert overdue_report(late, date(2028, 12, 1)) == 2


def test_the_last_year_ends_with_the_certificate_and_needs_no_report_of_its_own() -> None:
    assert report_due(facts(), 2) == date(2028, 11, 22)
    assert report_due(facts(), 3) is None
    assert overdue_report(facts(), END + DAY) is None


def test_a_suspended_certificate_does_not_count_until_it_is_lifted() -> None:
    paused = facts(suspensions=(Suspension(date(2027, 3, 1), date(2027, 4, 30)),))
    assert status_on(paused, date(2027, 2, 28)) is CertificateStatus.VALID
    assert status_on(paused, date(2027, 3, 1)) is CertificateStatus.SUSPENDED
    assert not counts_on(paused, date(2027, 4, 30))
    assert status_on(paused, date(2027, 5, 1)) is CertificateStatus.VALID
    still = facts(suspensions=(Suspension(date(2027, 3, 1)),))
    assert status_on(still, END) is CertificateStatus.SUSPENDED
    assert status_on(still, END + DAY) is CertificateStatus.EXPIRED


def test_a_withdrawn_certificate_was_valid_before_it_was_withdrawn() -> None:
    withdrawn = facts(withdrawn_on=date(2027, 6, 1))
    assert status_on(withdrawn, date(2027, 5, 31)) is CertificateStatus.VALID
    assert status_on(withdrawn, date(2027, 6, 1)) is CertificateStatus.WITHDRAWN
    assert status_on(withdrawn, date(2035, 1, 1)) is CertificateStatus.WITHDRAWN


def test_a_replaced_certificate_no_longer_counts() -> None:
    replaced = facts(replaced_on=date(2029, 8, 1))
    assert status_on(replaced, date(2029, 7, 31)) is CertificateStatus.EXPIRES_SOON
    assert status_on(replaced, date(2029, 8, 1)) is CertificateStatus.REPLACED
    assert not counts_on(replaced, date(2029, 8, 1))


def test_the_next_round_opens_six_months_before_the_end() -> None:
    assert recertification_opens(END) == date(2029, 5, 22)


certificates = st.builds(
    CertificateFacts,
    valid_from=st.just(START),
    valid_until=st.just(END),
    withdrawn_on=st.none() | days,
    replaced_on=st.none() | days,
    suspensions=st.lists(st.builds(Suspension, days, st.none() | days), max_size=2).map(tuple),
    annual_reports=st.dictionaries(st.integers(1, 3), days, max_size=3),
)


@given(certificates, days)
def test_a_certificate_counts_only_in_its_own_time_and_not_after_its_end(fact: CertificateFacts, day: date) -> None:
    if counts_on(fact, day):
        assert START <= day <= END
        assert fact.withdrawn_on is None or day < fact.withdrawn_on
        assert fact.replaced_on is None or day < fact.replaced_on
        assert not any(s.since <= day and (s.until is None or day <= s.until) for s in fact.suspensions)


@given(certificates, days, days)
def test_what_happens_later_does_not_change_what_was_true(fact: CertificateFacts, day: date, later: date) -> None:
    if later > day and fact.withdrawn_on is None:
        withdrawn_later = CertificateFacts(
            valid_from=fact.valid_from,
            valid_until=fact.valid_until,
            withdrawn_on=later,
            replaced_on=fact.replaced_on,
            suspensions=fact.suspensions,
            annual_reports=fact.annual_reports,
        )
        assert status_on(withdrawn_later, day) is status_on(fact, day)
