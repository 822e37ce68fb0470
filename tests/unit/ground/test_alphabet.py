"""Names in the order in which Norwegians look them up."""

import unicodedata

from ground.alphabet import alphabetical


def test_the_three_last_letters_come_last_and_sami_letters_beside_their_plain_ones() -> None:
    in_order = ["Bakeri", "Čáhppesjávri", "Dal", "Đomá", "École", "Natt", "Ŋuorra", "Zoo", "Ærlig", "Øvre Eiker", "ås"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=alphabetical) == in_order


def test_a_letter_in_two_pieces_is_the_same_letter() -> None:
    assert alphabetical(unicodedata.normalize("NFD", "Ås")) == alphabetical("ÅS")
