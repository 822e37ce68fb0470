"""What the oldest browsers understand that must do (decision 25), asked of MDN's tables: style sheets and pages."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from config import ROOT

DATA = ROOT / "frontend/node_modules/@mdn/browser-compat-data/data.json"
OLDEST = {"chrome": (102,), "safari_ios": (15, 4)}
VIEWPORT_UNITS = {"d": "dynamic", "s": "small", "l": "large"}
CONTAINER_UNITS = frozenset({"cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"})
NOT_OF_NO_KIND = re.compile(r"not\s*\(")
"""`not all and (…)` has always been there, `not (…)` came in 2022."""
FORGIVING = frozenset({"is", "where"})
"""Selectors whose list may hold what a browser does not know: only that is lost."""


@dataclass(frozen=True, order=True)
class TooNew:
    """Something that one of the oldest browsers does not understand."""

    feature: str
    """As `:has()`, `rotate` or `content: alt text`."""
    where: str
    """The selector or rule where it stands."""


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return {"css": tables["css"], "html": tables["html"]}


def _understood(compat: dict[str, Any] | None) -> bool:
    """Whether all of the oldest browsers have it, without a flag or another name.

    What the tables do not know is no feature: a name of ours, or a value that has always been there.
    """
    if not compat:
        return True
    return all(_since(compat["__compat"]["support"].get(name), oldest) for name, oldest in OLDEST.items())


def _since(support: Any, oldest: tuple[int, ...]) -> bool:
    for one in support if isinstance(support, list) else [support or {}]:
        if {"flags", "prefix", "alternative_name"} & one.keys():
            continue
        if _reached(one.get("version_added"), oldest) and not _reached(one.get("version_removed"), oldest):
            return True
    return False


def _reached(version: str | bool | None, oldest: tuple[int, ...]) -> bool:
    if version in (None, False, "preview"):
        return False
    return tuple(int(part) for part in str(version).lstrip("≤").split(".")) <= oldest


def _entry(*path: str) -> dict[str, Any] | None:
    found: Any = _tables()
    for part in path:
        found = found.get(part)
        if found is None:
            return None
    return found if "__compat" in found else None


@cache
def _functions_and_units() -> dict[str, dict[str, Any]]:
    """Whatever has a name of its own among the types of values, as `color-mix` or `lh`."""

    def below(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, entry in table.items():
            if name != "__compat":
                if "__compat" in entry:
                    yield name, entry
                yield from below(entry)

    return dict(below(_tables()["css"]["types"]))


# --- Style sheets ---------------------------------------------------------------------------------------------------


def too_new_in_style(css: str) -> list[TooNew]:
    """All of a style sheet that one of the oldest browsers passes over.

    Not what is written to be: in an `@supports`, and behind a declaration of the same property that is understood.
    """
    return sorted(set(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), "")))


def _rules(rules: list[Node], where: str) -> Iterator[TooNew]:
    for rule in rules:
        if isinstance(rule, AtRule):
            yield from _at_rule(rule, where)
        elif isinstance(rule, QualifiedRule):
            selector = tinycss2.serialize(rule.prelude).strip()
            yield from (TooNew(feature, selector) for feature in _in_selector(rule.prelude))
            yield from _declarations(rule.content, selector)


def _at_rule(rule: AtRule, where: str) -> Iterator[TooNew]:
    name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
    here = f"@{name} {prelude}".strip()
    if not _understood(_entry("css", "at-rules", name)):
        yield TooNew(f"@{name}", here)
    if name == "media" and any(sign in prelude for sign in "<>="):
        yield TooNew("@media with < or >", here)
    if name == "media" and NOT_OF_NO_KIND.match(prelude):
        yield TooNew("@media not (…)", here)
    if name == "layer" and rule.content is None:
        yield TooNew("@layer without a block", here)
    if rule.content is None or (name == "supports" and not prelude.startswith("not")):
        return
    if name in {"font-face", "page"}:
        yield from _declarations(rule.content, here)
    else:
        yield from _rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), here)


def _in_selector(tokens: list[Node]) -> Iterator[str]:
    colons = 0
    for token in tokens:
        if token == ":":
            colons += 1
            continue
        if token == "&":
            yield "nesting"
        if colons and token.type in {"ident", "function"}:
            name = token.lower_value if token.type == "ident" else token.lower_name
            if not name.startswith("-") and not _understood(_entry("css", "selectors", name)):
                yield ":" * colons + name + ("()" if token.type == "function" else "")
            if token.type == "function" and name not in FORGIVING:
                yield from _in_selector(token.arguments)
        elif token.type in {"[] block", "() block"}:
            yield from _in_selector(token.content)
        colons = 0


def _declarations(content: list[Node], where: str) -> Iterator[TooNew]:
    understood: set[str] = set()
    for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if isinstance(one, AtRule):
            yield from _at_rule(one, where)
        elif isinstance(one, Declaration):
            features = list(_in_declaration(one))
            if not features:
                understood.add(one.lower_name.removeprefix("-webkit-"))
            elif one.lower_name not in understood:
                yield from (TooNew(feature, where) for feature in features)
        elif one.type == "error":
            yield TooNew("a rule in a rule", where)


def _in_declaration(one: Declaration) -> Iterator[str]:
    name = one.lower_name
    if name.startswith("-") and not name.startswith("--"):
        return  # a maker's own name is there for the browsers that know it
    if not _understood(_entry("css", "properties", name)):
        yield name
        return
    if name == "content" and any(token == "/" for token in one.value):
        yield "content: alt text"
    for token in _all_of(one.value):
        if token.type == "ident" and not _understood(_entry("css", "properties", name, token.lower_value)):
            yield f"{name}: {token.lower_value}"
        elif token.type == "function" and not _understood(_functions_and_units().get(token.lower_name)):
            yield f"{token.lower_name}()"
        elif token.type == "dimension" and not _understood(_unit(token.lower_unit)):
            yield token.lower_unit


def _unit(unit: str) -> dict[str, Any] | None:
    if unit in CONTAINER_UNITS:
        return _entry("css", "types", "length", "container_query_length_units")
    if unit[1:] in {"vh", "vw", "vi", "vb", "vmin", "vmax"}:
        return _entry("css", "types", "length", f"viewport_percentage_units_{VIEWPORT_UNITS[unit[0]]}")
    return _entry("css", "types", "length", unit)


def _all_of(tokens: list[Node]) -> Iterator[Node]:
    for token in tokens:
        yield token
        yield from _all_of(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


# --- Pages ----------------------------------------------------------------------------------------------------------


@cache
def is_too_new_in_page(element: str, attribute: str | None = None) -> bool:
    """Whether one of the oldest browsers does not know an element, or what an attribute does to it."""
    if attribute is None:
        return not _understood(_entry("html", "elements", element))
    on_element = _entry("html", "elements", element, attribute)
    return not _understood(on_element or _entry("html", "global_attributes", attribute))
