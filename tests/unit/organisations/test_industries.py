"""The sections of industries: every code of the standard is in one, and nothing else is in any."""

import pytest

from ground.texts import Locale
from register.organisations.industries import section_of, sections

NOT_USED = {4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89}
"""The numbers that the standard leaves free between its divisions."""


def test_each_of_the_88_divisions_is_in_one_section_and_no_other_number_is() -> None:
    found = {number for number in range(100) if section_of(f"{number:02d}.110")}
    assert found == set(range(1, 100)) - NOT_USED
    assert len(found) == 88
    assert len(sections()) == 21


@pytest.mark.parametrize(
    ("code", "section", "english"),
    [
        ("56.110", "I", "Accommodation and food service activities"),
        ("01.110", "A", "Agriculture, forestry and fishing"),
        ("84.110", "O", "Public administration and defence, compulsory social security"),
        ("99.000", "U", "Activities of extraterritorial organisations and bodies"),
    ],
)
def test_a_code_is_in_the_section_of_its_first_two_digits(code: str, section: str, english: str) -> None:
    found = section_of(code)
    assert found is not None
    assert (found.code, found.names.get(Locale.ENGLISH)) == (section, english)


@pytest.mark.parametrize("code", [None, "", "00.000", "X6.110", "²6.110"])
def test_what_is_no_code_is_in_no_section(code: str | None) -> None:
    assert section_of(code) is None
