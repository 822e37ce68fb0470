"""Checks that every page any test fetches passes: well-formed, one h1, labels, ids, no inline code, no raw output."""

import json
import re
import sys
from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

import html5lib
from bs4 import BeautifulSoup
from bs4.builder import HTML5TreeBuilder

from app.kernel.assets import DIST
from tests.support.baseline import is_too_new_in_page
from tests.support.raw_output import raw_output

# html5lib reports these for correct pages: it predates the elements, or they are about our formatting only.
HARMLESS = frozenset({"unexpected-end-tag-implies-table-voodoo"})

# Where the browser has no popover, layout.css lets a fold open the menu.
KNOWN_TO_BE_NEW = {
    ("button", "popovertarget"): "meny",
    ("button", "popovertargetaction"): "hide",
    ("div", "popover"): "",
}

P, R = ParamSpec("P"), TypeVar("R")


class BadPage(AssertionError):
    """A page breaks a promise that all pages keep."""


def unmeasured(work: Callable[P, R]) -> Callable[P, R]:
    """For parsing. Coverage follows every call, which makes it three times slower, and nothing there is our code."""

    @wraps(work)
    def run(*args: P.args, **named: P.kwargs) -> R:
        follower = sys.gettrace()
        sys.settrace(None)
        try:
            return work(*args, **named)
        finally:
            sys.settrace(follower)

    return run


class _StrictParser(HTML5TreeBuilder):
    """Beautiful Soup's html5lib, which also keeps what it complained of: to hear it by parsing again takes long."""

    errors: list[str]

    def feed(self, markup: str) -> None:
        parser = html5lib.HTMLParser(tree=self.create_treebuilder)
        self.underlying_builder.parser = parser
        parser.parse(markup)
        self.errors = [f"not well-formed: {code} {where}" for where, code, _ in parser.errors if code not in HARMLESS]


@unmeasured
def parsed(markup: str) -> BeautifulSoup:
    """A page as it is, unchecked."""
    return BeautifulSoup(markup, "html5lib")


@unmeasured
def check_page(markup: str, address: str) -> BeautifulSoup:
    """Check a whole HTML page and return it parsed. Raises BadPage with everything that is wrong."""
    parser = _StrictParser()
    page = BeautifulSoup(markup, builder=parser)
    wrong = [*parser.errors, *_structure(page), *_labels(page), *_inline_code(page), *_ids(page)]
    wrong += [*_too_new(page), *_without_style(page), *summary_faults(page), *raw_output(page)]
    if wrong:
        raise BadPage(f"{address}: " + "; ".join(wrong))
    return page


def _structure(page: BeautifulSoup) -> list[str]:
    wrong = []
    if len(page.find_all("h1")) != 1:
        wrong.append(f"{len(page.find_all('h1'))} h1")
    if page.title is None or not (page.title.string or "").strip():
        wrong.append("no title")
    if not (page.html and page.html.get("lang")):
        wrong.append("no language")
    if len(page.find_all("main")) != 1:
        wrong.append("not one main")
    return wrong


def _labels(page: BeautifulSoup) -> list[str]:
    wrong = []
    labelled = {label.get("for") for label in page.find_all("label")}
    for control in page.find_all(["input", "select", "textarea"]):
        if control.get("type") in {"hidden", "submit", "button"}:
            continue
        if control.get("id") in labelled or control.get("aria-label") or control.get("aria-labelledby"):
            continue
        if control.find_parent("label") is None:
            wrong.append(f"no label for {control.get('name')}")
    wrong += [f"no alt on {image.get('src')}" for image in page.find_all("img") if image.get("alt") is None]
    wrong += [
        f"link or button without words: {thing}"
        for thing in page.find_all(["a", "button"])
        if not thing.get_text(strip=True) and not thing.get("aria-label") and thing.find("img") is None
    ]
    return wrong


def _inline_code(page: BeautifulSoup) -> list[str]:
    wrong = [
        "inline script"
        for script in page.find_all("script")
        if not script.get("src") and script.get("type") != "application/ld+json"
    ]
    wrong += ["inline style element" for _ in page.find_all("style")]
    for element in page.find_all(True):
        wrong += [f"{name} on {element.name}" for name in element.attrs if name == "style" or name.startswith("on")]
    return wrong


def _ids(page: BeautifulSoup) -> list[str]:
    ids = [element["id"] for element in page.find_all(id=True)]
    wrong = [f"id twice: {twice}" for twice in sorted({one for one in ids if ids.count(one) > 1})]
    known = set(ids)
    for element in page.find_all(True):
        for name in ("aria-describedby", "aria-labelledby", "for"):
            value = element.get(name)
            parts = value.split() if isinstance(value, str) else (value or [])
            wrong += [f"{name} points to nothing: {part}" for part in parts if part not in known]
    return wrong


def _too_new(page: BeautifulSoup) -> list[str]:
    """What one of the oldest browsers (decision 25) does not know. Pictures in SVG are older than all of them."""
    wrong = set()
    for element in page.find_all(True):
        if element.name == "svg" or element.find_parent("svg"):
            continue
        if is_too_new_in_page(element.name):
            wrong.add(f"too new: <{element.name}>")
        for name, value in element.attrs.items():
            if is_too_new_in_page(element.name, name) and KNOWN_TO_BE_NEW.get((element.name, name)) != value:
                wrong.add(f"too new: {name} on <{element.name}>")
    return sorted(wrong)


def summary_faults(page: BeautifulSoup) -> list[str]:
    """What is wrong above a form: lines that lead nowhere, are alike, or begin with the label of their field."""
    lines = page.select(".ds-error-summary li")
    texts = [line.get_text(" ", strip=True) for line in lines]
    wrong = [f"said twice in the summary: {text}" for text in sorted({one for one in texts if texts.count(one) > 1})]
    for line, text in zip(lines, texts, strict=True):
        if (link := line.find("a")) is None:
            continue
        target = page.find(id=str(link["href"]).removeprefix("#"))
        if target is None:
            wrong.append(f"the summary leads to nothing: {text}")
            continue
        group = target.find_parent("fieldset") if target.get("type") in {"radio", "checkbox"} else None
        name = group.find("legend") if group else page.find("label", attrs={"for": target.get("id")})
        label = re.sub(r"\s*\(.*?\)$", "", name.get_text(" ", strip=True)) if name else ""
        if label and re.match(rf"{re.escape(label.rstrip('?'))}(?::|\?) ", text):
            wrong.append(f"the summary begins with the label: {text}")
    return wrong


def _without_style(page: BeautifulSoup) -> list[str]:
    """Classes of Designsystemet whose part is not built, or which the build takes to be used by no page."""
    used = {name for element in page.find_all(class_=True) for name in element["class"] if name.startswith("ds-")}
    return [f"no style for {name}: see frontend/build.mjs" for name in sorted(used - _styled_classes())]


@cache
def _styled_classes() -> frozenset[str]:
    built = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))["plass.css"]
    return frozenset(re.findall(r"\.(ds-[\w-]+)", (DIST / built).read_text(encoding="utf-8")))
