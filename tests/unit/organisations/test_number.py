"""An organisation number is read as people write it, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import is_mistyped_number, number_searched_for, parse_organisation_number

NUMBER = "923609016"
BETWEEN = [" ", "-", ".", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{EN DASH}", "\t", ""]


@pytest.mark.parametrize(
    "written",
    [
        "923609016",
        " 923 609 016 ",
        "923-609-016",
        "923.609.016",
        "923\N{NARROW NO-BREAK SPACE}609\N{NARROW NO-BREAK SPACE}016",
        "\N{ZERO WIDTH NO-BREAK SPACE}923\N{ZERO WIDTH SPACE}609016",
        "923\N{NON-BREAKING HYPHEN}609\N{MINUS SIGN}016",
        "NO 923 609 016 MVA",
        "no923609016mva",
        "923609016MVA",
        "0192:923609016",
        "iso6523-actorid-upis::0192:923609016",
        "Org.nr: 923 609 016",
        "Org. nr. 923 609 016",
        "orgnr 923609016",
        "Organisasjonsnummer: NO 923 609 016 MVA",
        "９２３６０９０１６",
    ],
)
def test_a_number_is_read_as_people_write_it(written: str) -> None:
    assert parse_organisation_number(written) == NUMBER


@given(st.lists(st.sampled_from(BETWEEN), min_size=10, max_size=10), st.sampled_from(["", "NO", "0192:", "Org.nr.: "]))
def test_spaces_and_dashes_may_stand_anywhere(between: list[str], before: str) -> None:
    written = before + "".join(space + digit for space, digit in zip(between, [*NUMBER, ""], strict=True))
    assert parse_organisation_number(written) == NUMBER


@pytest.mark.parametrize(
    "wrong",
    ["", "923609017", "92360901", "9236090160", "SE923609016", "923609016 og mer", "92360 AS 9016", "Granlia Kafé AS",
     "0191:923609016", "923609016,923609016", "٩٢٣٦٠٩٠١٦", "+923609016", "9" * 5000],
)  # fmt: skip
def test_what_is_no_number_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidOrganisationNumber):
        parse_organisation_number(wrong)
    assert number_searched_for(wrong) == ""


@given(st.text())
def test_whatever_is_typed_is_a_number_or_refused(typed: str) -> None:
    assert len(number_searched_for(typed)) in (0, 9)


@pytest.mark.parametrize(
    ("typed", "mistyped"),
    [("923 609 017", True), ("Org.nr. 92360901", True), (NUMBER, False), ("Kafé 1234567", False), ("2026", False)],
)
def test_a_search_knows_who_meant_a_number(typed: str, mistyped: bool) -> None:
    assert is_mistyped_number(typed) is mistyped
