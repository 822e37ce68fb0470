"""How a group of choices is drawn: short ones as chips or joined as segments, longer ones as a list."""

from enum import StrEnum
from typing import Any

from wtforms.fields.choices import RadioField

MOST_SEGMENTS = 4
LONGEST_ROW = 26
"""Letters of all segments together, so that they fit side by side on a telephone of 320 pixels."""
LONGEST_CHIP = 26
"""Letters of a chip. Longer ones would stand one on each line, and a list is then easier to read."""


class Look(StrEnum):
    """What a group of choices looks like."""

    SEGMENTS = "segments"
    CHIPS = "chips"
    LIST = "list"


def look_of(field: Any, hints: object = None) -> Look:
    """The look that fits what there is to choose between, in the language of the page.

    Segments are for one choice of few, all very short. Choices that need hints to be understood stand in a list.
    """
    lengths = [len(str(option.label.text)) for option in field]
    if hints or not lengths or max(lengths) > LONGEST_CHIP:
        return Look.LIST
    if isinstance(field, RadioField) and 2 <= len(lengths) <= MOST_SEGMENTS and sum(lengths) <= LONGEST_ROW:
        return Look.SEGMENTS
    return Look.CHIPS
