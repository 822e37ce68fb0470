"""What an engine answers with and no page shows as it stands: bare codes, words of the code, points, versions, dates.

A code is for those who refer to it, and stands only in the line above a criterion's name (`criterion-kicker`), never
alone. What people have typed is theirs, and what is meant as code is marked or quoted as that.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

OURS = ("ground.", "register.", "certification.", "matching.", "app.")
SPOKEN = ("alt", "title", "aria-label", "placeholder", "data-label", "data-announce")
NOT_READ = ["script", "style", "template"]
"""Elements whose text nobody reads."""
MEANT = ["code", "pre", "kbd"]
"""Elements that say that their text is code."""
TYPED = {"as-typed", "typed"}
"""Classes of what a person has written."""

LATER_WORD = "a_later_word"
"""A word that this version does not know, as tests plant it: such a word is shown as it stands."""

CODE = re.compile(r"\b(?!SHA-|UTF-|ISO-)[A-ZÆØÅ]{3}-\d+")
RAW = {
    "a word of the code": re.compile(rf"(?<![\w./@«‘-])(?!{LATER_WORD})[a-z]+(?:_[a-z0-9]+)+(?![\w./@-]|\.\w)"),
    "a date as computers write it": re.compile(r"\b20\d\d-\d\d-\d\d"),
    "an id": re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-"),
    "a value as computers write it": re.compile(r"%\(\w+\)|[{\[]['\"]|<\w+(?:\.\w+| object)|\b(?:True|False)\b"),
    "the version of a rule": re.compile(r"\b(?:[Vv]ersjon|[Vv]ersion|[Rr]egler|[Vv]ekter) \d"),
}
POINTS = re.compile(r"\d\s(?:poeng|points?)\b")


def raw_output(page: BeautifulSoup) -> list[str]:
    """Everything on the page that an engine said and nobody put into words."""
    wrong = []
    for text, where in _texts(page):
        shown = " ".join(text.split())
        wrong += [f"a bare code: {found}" for found in CODE.findall(shown) if not _beside_its_name(where)]
        wrong += [f"{what}: {found.group()}" for what, form in RAW.items() if (found := form.search(shown))]
        if POINTS.search(shown) and where.find_parent("details") is None:
            wrong.append(f"points outside the fold that explains them: {shown}")
        if shown in _members():
            wrong.append(f"a word of the code: {shown}")
    return wrong


def _texts(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """All that is read or heard, with the element it stands in."""
    for string in (page.body or page).find_all(string=True):
        parent = string.parent
        if parent is None or isinstance(string, PreformattedString) or not isinstance(string, NavigableString):
            continue
        around = [parent, *parent.parents]
        if any(one.name in (*NOT_READ, *MEANT) or TYPED & set(one.get("class") or ()) for one in around):
            continue
        yield str(string), parent
    for element in page.find_all(True):
        yield from ((str(element[name]), element) for name in SPOKEN if element.get(name))


def _beside_its_name(where: Tag) -> bool:
    """Whether a code stands in the line above the name of its criterion."""
    line = next((one for one in [where, *where.parents] if "criterion-kicker" in (one.get("class") or ())), None)
    name = line.find_next_sibling() if line is not None else None
    return name is not None and "criterion-title" in (name.get("class") or ()) and bool(name.get_text(strip=True))


def _members() -> frozenset[str]:
    """The values of all enums of ours that are words; short ones are words of people too."""
    return frozenset(
        member.value
        for kind in _kinds(StrEnum)
        if kind.__module__.startswith(OURS)
        for member in kind
        if len(member.value) > 3
    )


def _kinds(kind: type[StrEnum]) -> Iterator[type[StrEnum]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
