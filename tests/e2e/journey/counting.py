"""Step 8: the public count and the open data, and the events behind a figure."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.e2e.visitor import Visitor


def jobs_started(anyone: Visitor) -> int:
    """What the public page says, when the open data says the same."""
    heading = anyone.go("/fremdrift").main.get_by_role("heading", level=1).inner_text()
    found = re.match(r"[\d\s]+", heading)
    assert found is not None, heading
    shown = int("".join(found.group().split()))
    assert open_data(anyone)["jobs"]["started"] == shown
    return shown


def open_data(anyone: Visitor) -> dict[str, Any]:
    """The figures for machines."""
    answer = anyone.page.request.get("/api/v1/fremdrift")
    assert answer.ok
    return dict(answer.json())


def follow_back_to_events(programme_lead: Visitor, *, expected: int) -> str:
    """The figure leads to its events, as many as it says. Returns the page, for those who look for what it hides."""
    programme_lead.menu("Jobbene").follow_to("tall=started&lonn=ja#resultat")
    expect(programme_lead.main.locator("#resultat tbody tr")).to_have_count(expected)
    return programme_lead.page.content()
