"""Step 8: the public count and the open data, and what the county sees of them."""

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


def seen_by_the_county(programme_lead: Visitor, *, expected: int) -> str:
    """The county's page says the same number. Returns it, for those who look for what it hides."""
    card = programme_lead.menu("Jobbene").main.locator(".figure-card").first
    expect(card).to_contain_text(re.compile(rf"^\s*{expected}\s+jobb(er)? har begynt"))
    return programme_lead.page.content()
