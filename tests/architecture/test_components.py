"""Every part of the interface stands on the page of components and on one that is used; pages make none themselves."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2] / "app"
COMPONENTS = ROOT / "kernel" / "templates" / "components"
SHOWN_ON = ROOT / "development" / "templates" / "components.html"
OF_DESIGNSYSTEMET = re.compile(r"(?<![\w-])ds-[a-z][a-z-]*")

WITHOUT_A_PART = {"ds-button", "ds-sr-only"}
"""What pages say themselves: a link that looks like a button, and words for those who listen."""

JUDGED = {
    ("base.html", "ds-skip-link"): "There is one, in the layout.",
    ("left_out.html", "ds-field"): "A text to copy, of no form: nothing is sent from there.",
    ("left_out.html", "ds-label"): "As above.",
    ("left_out.html", "ds-input"): "As above.",
}
"""Classes of Designsystemet that stand outside the parts, and why."""

Macro = tuple[str, str]
"""The file of a part, and its name."""


def parts_called(text: str, file: str = "") -> dict[str, set[Macro]]:
    """What each macro of a template calls, and under the empty name what the template itself does."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True).parse(text)
    known: dict[str, Macro] = {one.name: (file, one.name) for one in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        source = str(imported.template.as_const()).removeprefix("components/")
        for name in imported.names:
            of_origin, here = name if isinstance(name, tuple) else (name, name)
            known[here] = (source, of_origin)
    found: dict[str, set[Macro]] = {"": set()}
    for macro in tree.find_all(nodes.Macro):
        found[macro.name] = set(_called(macro, known))
    found[""] = set(_called(tree, known))
    return found


def _called(node: nodes.Node, known: dict[str, Macro]) -> Iterator[Macro]:
    for call in node.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in known:
            yield known[call.node.name]


def with_what_they_call(macros: Iterable[Macro], calls: dict[Macro, set[Macro]]) -> set[Macro]:
    """The parts, and the parts of which they are made."""
    found, left = set(), list(macros)
    while left:
        if (one := left.pop()) not in found:
            found.add(one)
            left += calls.get(one, set())
    return found


def pages() -> list[Path]:
    """All templates but the parts themselves."""
    return [one for one in ROOT.rglob("templates/**/*.html") if COMPONENTS not in one.parents]


def parts() -> dict[Macro, set[Macro]]:
    """The parts and what each of them calls; one whose name begins with a line is its file's own."""
    return {
        (file.name, macro): called
        for file in COMPONENTS.glob("*.html")
        for macro, called in parts_called(file.read_text(encoding="utf-8"), file.name).items()
        if macro
    }


def test_every_part_is_shown_and_used() -> None:
    every = parts()
    public = {one for one in every if not one[1].startswith("_")}
    shown = parts_called(SHOWN_ON.read_text(encoding="utf-8"))[""]
    used = {
        one for page in pages() if page != SHOWN_ON for one in parts_called(page.read_text(encoding="utf-8"))[""]
    } | {
        one
        for file in COMPONENTS.glob("*.html")
        for one in parts_called(file.read_text(encoding="utf-8"), file.name)[""]
    }
    assert len(public) > 40
    assert public - with_what_they_call(shown, every) == set(), "not on the page of components"
    assert public - with_what_they_call(used, every) == set(), "on no page"


def own_parts(page: Path) -> set[tuple[str, str]]:
    """The classes of Designsystemet that a page writes itself, although they belong to a part."""
    found = set(OF_DESIGNSYSTEMET.findall(page.read_text(encoding="utf-8")))
    return {(page.name, one) for one in found - WITHOUT_A_PART}


def test_no_page_makes_a_part_of_its_own() -> None:
    found = {one for page in pages() for one in own_parts(page)}
    assert found - JUDGED.keys() == set()
    assert JUDGED.keys() - found == set(), "no longer there: take it off the list"


def test_what_a_page_calls_is_seen_through_imports_and_other_parts() -> None:
    page = "{% from 'components/a.html' import one as mine %}{% block x %}{% call mine() %}{% endcall %}{% endblock %}"
    assert parts_called(page)[""] == {("a.html", "one")}
    part = (
        "{% macro one() %}{{ _two() }}{% endmacro %}{% macro _two() %}{% endmacro %}{% macro three() %}{% endmacro %}"
    )
    calls = {("a.html", name): called for name, called in parts_called(part, "a.html").items()}
    assert with_what_they_call([("a.html", "one")], calls) == {("a.html", "one"), ("a.html", "_two")}


@pytest.mark.parametrize("markup", ['<p class="ds-alert">', '<p class="x ds-alert">'])
def test_a_part_made_on_a_page_is_seen(tmp_path: Path, markup: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(markup, encoding="utf-8")
    assert own_parts(page) == {("page.html", "ds-alert")}
