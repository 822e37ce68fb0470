"""What people type is read in every way that means one thing only; the rest is refused with a form that works."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.forms.readers import (
    Unreadable,
    read_date,
    read_hours,
    read_time,
    read_web_address,
    read_whole_number,
    tidy,
)

CHRISTMAS = date(2026, 12, 24)
READERS: tuple[Callable[[str], object], ...] = (
    read_date, read_time, read_hours, read_whole_number, read_web_address,
)  # fmt: skip


def refusal(reader: Callable[[str], object], typed: str) -> str:
    """The sentence that what was typed is refused with."""
    with pytest.raises(Unreadable) as refused:
        reader(typed)
    return refused.value.message._args[0]  # type: ignore[no-any-return]  # the sentence before it is translated


@pytest.mark.parametrize(
    "typed",
    ["24.12.2026", "24. 12. 2026", "24 12 2026", "24-12-2026", "24122026", "2026-12-24",
     " 24.12.2026\N{ZERO WIDTH SPACE} ", "24.\N{NO-BREAK SPACE}12.\N{NO-BREAK SPACE}2026",
     "24\N{NON-BREAKING HYPHEN}12\N{NON-BREAKING HYPHEN}2026", "２４.１２.２０２６"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(typed: str) -> None:
    assert read_date(typed) == CHRISTMAS


@given(st.dates())
def test_every_date_is_read_in_each_of_its_forms(day: date) -> None:
    full = f"{day.year:04}"
    for written in (f"{day.day:02}.{day.month:02}.{full}", f"{day.day}.{day.month}.{full}", day.isoformat()):
        assert read_date(written) == day


@pytest.mark.parametrize("typed", ["31.02.2026", "29.02.2026", "0.1.2026", "1.13.2026", "2026-02-30", "32122026"])
def test_a_date_that_is_not_in_the_calendar_is_refused_as_such(typed: str) -> None:
    assert "finnes ikke" in refusal(read_date, typed)
    assert read_date("29.02.2028") == date(2028, 2, 29)


@pytest.mark.parametrize("typed", ["24.12.26", "1.2.03", "24-12-26"])
def test_two_digits_are_no_year(typed: str) -> None:
    assert "fire sifre" in refusal(read_date, typed)


@pytest.mark.parametrize(
    "typed", ["i morgen", "12/24/2026", "24/12/2026", "24.12", "2026", "24.12.20266", "٢٤.١٢.٢٠٢٦", "-"]
)
def test_what_is_no_date_or_could_be_two_is_refused(typed: str) -> None:
    assert "24.12.2026" in refusal(read_date, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", time(9)), ("09", time(9)), ("9.00", time(9)), ("09.00", time(9)), ("9:00", time(9)), ("09:00", time(9)),
     ("0900", time(9)), ("930", time(9, 30)), ("kl. 9.30", time(9, 30)), ("kl 9", time(9)), ("09:30:00", time(9, 30)),
     ("23.59", time(23, 59)), ("0", time(0)), ("00:00", time(0))],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@given(st.times())
def test_every_minute_is_read_in_each_of_its_forms(clock: time) -> None:
    minute = clock.replace(second=0, microsecond=0, fold=0)
    for written in (f"{minute:%H:%M}", f"{minute:%H.%M}", f"{minute:%H%M}", f"{minute.hour}.{minute.minute:02}"):
        assert read_time(written) == minute


@pytest.mark.parametrize("typed", ["24:00", "9.60", "25", "99"])
def test_a_time_that_no_clock_shows_is_refused_as_such(typed: str) -> None:
    assert "fra 00:00 til 23:59" in refusal(read_time, typed)


@pytest.mark.parametrize("typed", ["ni", "9 am", "9:3", "09:00:30", "9,5", "-9", "12345"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert "09:00" in refusal(read_time, typed)


@pytest.mark.parametrize(
    ("typed", "hours"), [("33,6", 33.6), ("33.6", 33.6), ("37,5", 37.5), ("20", 20.0), ("7,25", 7.25), ("-1", -1.0)]
)
def test_hours_stay_what_they_are(typed: str, hours: float) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["mange", "37,5 t", "1e1", "nan", "inf", "1_0", "3,", ",5", "1000", "33,6,0", "37½"])
def test_what_is_no_hours_is_refused(typed: str) -> None:
    assert "37,5" in refusal(read_hours, typed)


def test_hours_are_not_rounded() -> None:
    assert "høyst to desimaler" in refusal(read_hours, "33,333")


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), ("1 000", 1000), ("1\N{NO-BREAK SPACE}000", 1000), ("-5", -5)]
)
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    assert read_whole_number(typed) == number


@pytest.mark.parametrize("typed", ["12,5", "12.0", "1.000", "tolv", "1_000", "9" * 310, "0x10", "1 00", "²"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    if typed == "²":  # a digit in another dress
        assert read_whole_number(typed) == 2
    else:
        assert "for eksempel 12" in refusal(read_whole_number, typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [("https://www.virksomhet.no/jobb?a=1#b", "https://www.virksomhet.no/jobb?a=1#b"),
     ("www.virksomhet.no", "https://www.virksomhet.no"), (" virksomhet.no/jobb ", "https://virksomhet.no/jobb"),
     ("http://virksomhet.no", "http://virksomhet.no"), ("HTTPS://virksomhet.no", "HTTPS://virksomhet.no"),
     ("virksomhet.no:8080/x", "https://virksomhet.no:8080/x"), ("blåbær.no", "https://blåbær.no"),
     ("xn--blbr-roah.xn--p1ai", "https://xn--blbr-roah.xn--p1ai")],
)  # fmt: skip
def test_a_web_address_is_read_with_or_without_https(typed: str, address: str) -> None:
    assert read_web_address(typed) == address
    assert read_web_address(address) == address


@pytest.mark.parametrize(
    "typed",
    ["virksomhet", "javascript:alert(1)", "data:text/html,x", "ftp://virksomhet.no", "mailto:kari@virksomhet.no",
     "kari@virksomhet.no", "https://kari:hemmelig@virksomhet.no", "https://virksomhet.no@annen.no", "https://",
     "https://[", "https:virksomhet.no", "//virksomhet.no", "se virksomhet.no", "https://virksomhet.no/a b",
     "https://virksomhet.no\\@annen.no", "-a.no", "virksomhet.123", "https://" + "a" * 60_000],
)  # fmt: skip
def test_other_kinds_of_link_are_refused(typed: str) -> None:
    assert "www.virksomhet.no" in refusal(read_web_address, typed)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    for reader in READERS:
        with suppress(Unreadable):
            reader(typed)


@given(st.sampled_from(READERS), st.text(st.sampled_from("0123456789.,:- "), max_size=12))
def test_every_refusal_shows_a_form_that_is_taken(reader: Callable[[str], object], typed: str) -> None:
    try:
        reader(typed)
    except Unreadable as refused:
        sentence = str(refused.message._args[0])
        shown = re.findall(r"[0-9]+(?:[.,:][0-9]+)*|www\S+[a-z]", sentence)
        assert shown
        for one in shown:
            reader(one)


@given(st.text())
def test_text_is_kept_composed_with_nothing_around_it(typed: str) -> None:
    kept = tidy(typed)
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip() == tidy(kept)
    assert tidy("  A\N{COMBINING RING ABOVE}s \N{ZERO WIDTH SPACE}") == "Ås"
