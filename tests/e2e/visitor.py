"""A person at a browser: goes, answers, presses; every page they come to is checked."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Error, Locator, Page

from tests.e2e.page_checks import PageChecks

Answer = str | bool | list[str]


@dataclass
class Visitor:
    """One person in one browser window. `problems` fills itself with what the browser complains of."""

    name: str
    page: Page
    checks: PageChecks
    script: bool = True
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self._note(str(error)))

    def go(self, path: str, *, status: int = 200) -> "Visitor":
        """Open an address and check the page."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{self.name} at {path}: {answer.status}, not {status}"
        if status >= 400:  # the browser complains of it, as it should
            self.problems = [one for one in self.problems if f"status of {status}" not in one]
        return self.look()

    def look(self) -> "Visitor":
        """Check the page: no errors in script or from the content policy, accessible, fits a small phone."""
        self.checks.check(self.page, self.path, script=self.script)
        assert self.problems == [], f"{self.name} at {self.path}: {self.problems}"
        return self

    def press(self, words: str) -> "Visitor":
        """Press the first button with these words, and check where it leads."""
        with self.page.expect_navigation():
            self.button(words).first.click()
        return self.look()

    def follow(self, words: str) -> "Visitor":
        """Follow the first link in the page with these words, and check where it leads."""
        return self._through(self.main.get_by_role("link", name=words).first)

    def follow_to(self, ending: str) -> "Visitor":
        """Follow the first link in the page to an address with this ending, and check where it leads."""
        return self._through(self.main.locator(f'a[href$="{ending}"]').first)

    def menu(self, words: str) -> "Visitor":
        """Choose from the menu, and first the group that it stands under."""
        menu = self.page.get_by_role("navigation", name="Hovedmeny")
        words_alone = re.compile(rf"^\s*{re.escape(words)}\s*$")
        link = menu.locator("a").filter(has_text=words_alone).last
        if not link.is_visible():
            group = menu.locator("li").filter(has=self.page.locator("a", has_text=words_alone)).first
            self._through(group.locator("> a"))
        return self._through(menu.get_by_role("link", name=words_alone).last)

    def answer(self, **answers: Answer) -> "Visitor":
        """Fill in fields by name: text, a choice's value (or words, in a list), True or values for boxes."""
        for name, value in answers.items():
            field = self.main.locator(f'[name="{name}"]:not([type="hidden"])')
            self._open_what_is_folded(field.first)
            kind = field.first.get_attribute("type")
            if kind in ("radio", "checkbox") and value is not True:
                for one in value if isinstance(value, list) else [value]:
                    _tick(self.main.locator(f'[name="{name}"][value="{one}"]'))
            elif value is True:
                _tick(field)
            elif field.first.evaluate("field => field.localName") == "select":
                self._choose_in_list(field, str(value))
            else:
                field.fill(str(value))
        return self

    def choose(self, words: str) -> "Visitor":
        """Choose what has these words."""
        _tick(self.main.get_by_label(words))
        return self

    def button(self, words: str) -> Locator:
        """The buttons with these words."""
        return self.main.get_by_role("button", name=words)

    def _through(self, link: Locator) -> "Visitor":
        with self.page.expect_navigation():
            link.click()
        return self.look()

    def _choose_in_list(self, field: Locator, value: str) -> None:
        if field.locator(f'option[value="{value}"]').count() == 0:
            value = field.locator("option", has_text=value).first.get_attribute("value") or ""
        field.select_option(value)

    def _open_what_is_folded(self, field: Locator) -> None:
        for summary in field.locator("xpath=ancestor::details[not(@open)]/summary").all():
            summary.click()

    def _note(self, problem: str) -> None:
        self.problems.append(problem)

    @property
    def main(self) -> Locator:
        """The page's main part."""
        return self.page.locator("main")

    @property
    def path(self) -> str:
        """Where the person is."""
        return urlsplit(self.page.url).path

    @property
    def text(self) -> str:
        """All words of the main part that can be seen, white space made single."""
        return " ".join(self.main.inner_text().split())


def _tick(choice: Locator, tries: int = 5) -> None:
    """Tick as a person would who looks again: an answer that saves itself may put a new box in the place of the old."""
    for _ in range(tries - 1):
        try:
            choice.check()
        except Error:
            continue
        return
    choice.check()
