"""What looks like an identity number is found however it is written; other long numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ground.identity_numbers import holds_identity_number

# Made up: their control digits are wrong on purpose, which must not matter.
NUMBERS = {
    "birth number": "01020312345",
    "leap day": "29020012345",
    "D-number": "41020312345",
    "of NAV's test people": "01420312345",
    "of Skatteetaten's test people": "01820312345",
    "D-number of test people": "41820312345",
    "of older test people": "01670312345",
}


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS.keys())
@pytest.mark.parametrize("shape", ["{d}{p}", "{d} {p}", "{d}.{p}", "{d}-{p}", "{d} {p[0]}{p[1]}{p[2]} {p[3]}{p[4]}"])
def test_it_is_found_in_a_sentence(number: str, shape: str) -> None:
    written = shape.format(d=number[:6], p=number[6:])
    assert holds_identity_number(f"Ring mor ({written}), helst etter skolen.")
    assert holds_identity_number(written)


@pytest.mark.parametrize(
    "written",
    [
        "01.02.03 12345",
        "01 02 03 123 45",
        "01.02.2003 12345",
        "0102200312345",
        "01.02.2003-12345",
        "01/02/03 12345",
        "01/02/2003 - 12345",
    ],
)
def test_it_is_found_with_the_date_in_groups_and_with_the_century(written: str) -> None:
    assert holds_identity_number(written)


@pytest.mark.parametrize(
    "between",
    [" - ", "  ", " – ", "–", "\u2011", "/", "_", "\t", "\n", "\r\n", "\u00a0", "\u200b", "\ufeff"],
    ids=lambda between: " ".join(f"{ord(sign):04x}" for sign in between),
)
def test_it_is_found_whatever_a_hand_or_a_telephone_puts_between_its_halves(between: str) -> None:
    assert holds_identity_number(f"Ring mor (010203{between}12345), helst etter skolen.")


@pytest.mark.parametrize(
    "text",
    [
        "1234.56.78903",  # an account
        "99999912345",  # begins with no date
        "31020312345",  # nor here: 31 February
        "+47 400 00 000",
        "0047 41234567",
        "974 760 673",
        "Kl. 10.02.2026 800 kr",
        "010203123456",  # one digit more
        "fra 01.02.2026 til 31.12.2026",
        "01.02.2026 - 31.12.2026",
        "010226 - 311226",
        "01/02/26 - 03/02/26",
        "Kl. 08.00 - 15.30, uke 10 - 12",
        "Ring 22 11 04 00 / 412 34 567",
        "412 34 567\n23 45 67 89",
        "12.12.2026 - 10 000 kr",
        "KID 0102031234567",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_identity_number(text)


@given(st.dates(), st.integers(0, 99999), st.text(alphabet="abc æøå\n,", max_size=5))
def test_every_date_with_five_digits_is_found(born: object, rest: int, beside: str) -> None:
    assert holds_identity_number(f"{beside}{born:%d%m%y}{rest:05}{beside}")
