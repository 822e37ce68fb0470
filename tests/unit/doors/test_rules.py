"""Which digits can be a PIN."""

from datetime import date

import pytest

from matching.doors.rules import flaw_of
from matching.doors.types import PinFlaw

BORN = date(2007, 3, 14)


@pytest.mark.parametrize(
    ("pin", "flaw"),
    [
        ("270461", None),
        ("27046", PinFlaw.SHAPE),
        ("2704611", PinFlaw.SHAPE),
        ("27046a", PinFlaw.SHAPE),
        ("٢٧٠٤٦١", PinFlaw.SHAPE),  # digits of another script
        ("", PinFlaw.SHAPE),
        ("000000", PinFlaw.TRIVIAL),
        ("121212", PinFlaw.TRIVIAL),
        ("123123", PinFlaw.TRIVIAL),
        ("123456", PinFlaw.TRIVIAL),
        ("890123", PinFlaw.TRIVIAL),
        ("654321", PinFlaw.TRIVIAL),
        ("112233", PinFlaw.TRIVIAL),
        ("789456", PinFlaw.TRIVIAL),
        ("432007", PinFlaw.BIRTH_DATE),  # as it is said, without noughts
        ("140307", PinFlaw.BIRTH_DATE),
        ("070314", PinFlaw.BIRTH_DATE),
        ("031407", PinFlaw.BIRTH_DATE),
        ("200703", PinFlaw.BIRTH_DATE),
        ("032007", PinFlaw.BIRTH_DATE),
        ("142007", PinFlaw.BIRTH_DATE),
    ],
)
def test_six_digits_that_nobody_tries_first(pin: str, flaw: PinFlaw | None) -> None:
    assert flaw_of(pin, birth_date=BORN) is flaw


def test_hardly_any_others_are_refused() -> None:
    refused = sum(flaw_of(f"{number:06}", birth_date=BORN) is not None for number in range(0, 1_000_000, 7))
    assert refused < 1_000_000 / 7 / 100
