"""Names in the order in which Norwegians look them up."""

import unicodedata

import pytest

from ground.alphabet import alphabetical, compare_names


def test_the_three_last_letters_come_last_and_sami_letters_beside_their_plain_ones() -> None:
    in_order = ["Bakeri", "Čáhppesjávri", "Dal", "Đomá", "École", "Natt", "Ŋuorra", "Zoo", "Ærlig", "Øvre Eiker", "ås"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=alphabetical) == in_order


def test_a_letter_in_two_pieces_is_the_same_letter() -> None:
    assert alphabetical(unicodedata.normalize("NFD", "Ås")) == alphabetical("ÅS")


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("Đomá", "doma"),
        ("Ŋuorra", "nuorra"),
        ("Ŧeaŧŧi", "teatti"),
        ("Straße", "strasse"),
        ("Þór", "thor"),
        ("Ðe", "de"),
        ("Bäck", "bæck"),
        ("Öberg", "øberg"),
    ],
)
def test_letters_that_norwegian_lacks_stand_beside_those_they_are_looked_up_under(name: str, beside: str) -> None:
    assert alphabetical(name) == alphabetical(beside)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [("Dal", "Natt", -1), ("Natt", "Dal", 1), ("ås", "ÅS", 0), ("Zoo", "Ærlig", -1), ("Ås", "Øvre", 1)],
)
def test_the_database_is_told_which_of_two_names_comes_first(one: str, other: str, order: int) -> None:
    assert compare_names(one, other) == order
