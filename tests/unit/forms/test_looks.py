"""What there is to choose between decides how it is drawn."""

import pytest
from wtforms import Field, RadioField
from wtforms.form import BaseForm

from app.kernel.forms.fields import Checkboxes
from app.kernel.forms.looks import LONGEST_CHIP, Look, look_of

YES_NO = ["Ja", "Nei", "Ikke spurt"]
DAYS = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"]
LONG = ["Ja", "Plass til egen støtteperson eller jobbspesialist"]


class Example(BaseForm):
    """A form with one field."""

    def __init__(self, field: object) -> None:
        super().__init__({"field": field})
        self.process()

    @property
    def bound(self) -> Field:
        """The field, in the form."""
        return self["field"]


def one_of(words: list[str]) -> Field:
    """A field for one choice of these."""
    return Example(RadioField("Hva?", choices=[(word, word) for word in words])).bound


def several_of(words: list[str]) -> Field:
    """A field for any of these."""
    return Example(Checkboxes("Hva?", choices=[(word, word) for word in words])).bound


@pytest.mark.parametrize(
    ("field", "look"),
    [(one_of(YES_NO), Look.SEGMENTS), (several_of(YES_NO), Look.CHIPS), (one_of(DAYS), Look.CHIPS),
     (several_of(DAYS), Look.CHIPS), (one_of(["Ja"]), Look.CHIPS), (one_of(LONG), Look.LIST),
     (several_of(LONG), Look.LIST), (one_of(["Oppfylt", "Delvis oppfylt", "Ikke oppfylt"]), Look.CHIPS),
     (several_of(["x" * LONGEST_CHIP]), Look.CHIPS), (several_of(["x" * (LONGEST_CHIP + 1)]), Look.LIST),
     (several_of([]), Look.LIST)],
)  # fmt: skip
def test_short_choices_are_chips_or_segments_and_long_ones_a_list(field: Field, look: Look) -> None:
    assert look_of(field) is look


def test_what_needs_a_hint_stands_in_a_list() -> None:
    assert look_of(one_of(YES_NO), {"Ja": "Uten sluttdato."}) is Look.LIST
