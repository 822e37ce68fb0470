"""What a form may be answered with: it leads on, or comes back and says why. Another page would send it again."""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup

REFUSED, SECOND_EDITOR = "#feil", ".newer-told"
PART = ".criterion-state"
"""The part of a page that saves itself: script takes it in, and nobody can load it again."""
LEFT_OUT = "textarea[readonly]"
"""What was typed by somebody who was signed out, and may not be kept; it is shown here and nowhere else."""
ONE_MORE_ROW = "add_row"
"""The button of a form that asks for room to write more in; nothing is done."""


def tells_why(page: BeautifulSoup, sent: Mapping[str, Any]) -> bool:
    """Whether a page with which a form was answered is the form again, with what is the matter, or asks for more."""
    is_part = page.find("main") is None and page.select_one(PART) is not None
    return ONE_MORE_ROW in sent or is_part or page.select_one(f"{REFUSED}, {SECOND_EDITOR}, {LEFT_OUT}") is not None
