"""What every page in the browser must keep: accessible in light and dark, and no wider than a small phone."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
SCHEMES = {"dark": RULES_OF_COLOUR, "light": ALL_RULES}
"""What is looked at in which theme; only colours differ."""
RUN_AXE = """
(rules) => axe.run({runOnly: rules, resultTypes: ["violations"]}).then((found) => found.violations)
"""
NARROWEST = 320
WHAT_IT_IS_MADE_OF = """
() => [...new Set(
  [...document.querySelectorAll("body *")].map((one) => `${one.localName}.${one.getAttribute("class")}`)
)]
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class PageChecks:
    """Checks each page once, and again only when it shows something that it did not show before.

    `route_of` gives the rule of an address, so that a hundred openings are one page.
    """

    route_of: Callable[[str], str]
    axe: Axe = field(default_factory=Axe)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def check(self, page: Page, path: str, *, script: bool) -> None:
        """Raise AssertionError with all that is wrong."""
        made_of, seen = set(page.evaluate(WHAT_IT_IS_MADE_OF)), self.seen.setdefault(self.route_of(path), set())
        if made_of <= seen:
            return
        seen |= made_of
        _check_reflow(page, path)
        if script:
            self._check_access(page, path)
            return
        with _same_page_with_script(page) as twin:
            self._check_access(twin, path)

    def _check_access(self, page: Page, path: str) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(self.axe.axe_script)
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            told = [_told(one) for one in page.evaluate(RUN_AXE, rules)]
            assert told == [], f"{path} ({scheme}): {told}"


def _told(violation: dict[str, Any]) -> tuple[str, list[str]]:
    return violation["id"], [node["html"][:160] for node in violation["nodes"][:3]]


def _check_reflow(page: Page, path: str) -> None:
    size = page.viewport_size or {"width": 1280, "height": 900}
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    overflow = page.evaluate(OVERFLOW)
    page.set_viewport_size(size)
    assert overflow <= 0, f"{path}: {overflow} px wider than a phone of {NARROWEST} px"


@contextmanager
def _same_page_with_script(page: Page) -> Any:
    """The page in a second window of the same person: axe cannot run where script is off."""
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(
        storage_state=page.context.storage_state(), viewport=page.viewport_size, locale="nb-NO", reduced_motion="reduce"
    )
    try:
        twin = context.new_page()
        twin.goto(page.url)
        yield twin
    finally:
        context.close()
