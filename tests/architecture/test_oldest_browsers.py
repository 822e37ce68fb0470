"""The oldest browsers that must do (decision 25) understand the built styles, or what they pass over is judged here.

What stands in pages is asked of every page that any test fetches (`tests/support/pages.py`).
"""

import json
import re

import pytest
from bs4 import BeautifulSoup

from app.kernel.assets import DIST
from tests.support.baseline import TooNew, too_new_in_style
from tests.support.pages import BadPage, check_page

AN_OPTION = "Options are laid out once more in components.css, without it."
LOOKS = "How something looks under the finger, wherever it is; what it is for does not hang on it."
ADORNS = "An ornament or a finer distance; without it the page is whole."
NO_POINTER = "A telephone has no pointer to shape."
OF_DESIGNSYSTEMET = "A state that no template of ours has."

JUDGED: dict[tuple[str, str], str] = {
    (":has()", r"^\.ds-field:has\(input\[type=radio\]"): AN_OPTION,
    (":has()", r"^\.ds-field\[data-"): OF_DESIGNSYSTEMET,
    (":has()", r"^\.ds-field:has\(\.ds-input\[aria-disabled"): OF_DESIGNSYSTEMET,
    (":has()", r"\[readonly\]"): OF_DESIGNSYSTEMET,
    (":has()", r"^\.ds-field-affixes:has\(\[size\]"): OF_DESIGNSYSTEMET,
    (":has()", r"^\.ds-alert:not"): "The sign before a message without a heading; its first words say the same.",
    (":has()", r"^\.card:has\(\.card-link\):hover"): NO_POINTER,
    (":has()", r"^\.status:has\(\.icon\)"): ADORNS,
    (":has()", r"^\.criterion-state:not"): ADORNS,
    (":has()", r"\.only-minor$"): "The certifier's field for a small gap is shown although the gap is no small one.",
    (":has()", r"^\.responsive-table:has"): "A wide table stays one, and is moved sideways in its own box.",
    ("@container", ""): "Terms stand above their descriptions, and rows have their facts below, as on a telephone.",
    ("container-type", r"^\.(description-list|entry-list)$"): "Nothing asks for it without `@container`.",
    ("::details-content", ""): "What is folded opens without a movement, and is not printed while it is closed.",
    ("content-visibility", r"::details-content$"): "Goes with the above.",
    ("interpolate-size", r"^\.ds-details$"): "Goes with the above.",
    ("color-mix()", r"^\.ds-input$"): "No field of ours has a placeholder.",
    ("color-mix()", r"^tbody tr:hover"): NO_POINTER,
    ("cursor", ""): NO_POINTER,
    ("rotate", r"^:is\(\.ds-details\[open\]"): "The arrow of a fold does not turn; what it holds is seen and read out.",
    ("translate", ""): "A sign or a box stands a few pixels higher or lower beside its words.",
    ("text-wrap", ""): "Lines break where they always did.",
    ("hyphenate-limit-chars", ""): ADORNS,
    ("field-sizing", ""): "A box for text keeps its height and can be scrolled.",
    ("resize", ""): "A box for text keeps its height and can be scrolled.",
    ("forced-color-adjust", ""): "iOS has no forced colours.",
    ("::selection", ""): ADORNS,
    (":open", r"select\):open"): ADORNS,
    ("font-family: ui-monospace", ""): "The next font in the list is taken.",
    ("align-content: start", ""): "In a grid it is older than its use elsewhere, of which the tables speak.",
    ("break-after: avoid", ""): "A heading may be the last on a printed sheet.",
    ("size", r"^@page"): "A letter is printed on the paper that the printer has, which is A4.",
    ("@page", ""): "A printed sheet has the printer's own margins.",
}  # fmt: skip
"""What is passed over (a feature and a pattern of where), and why the page does without it."""


def styles() -> dict[str, str]:
    """Every built style sheet that browsers load, by its plain name."""
    built = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    return {name: (DIST / built[name]).read_text(encoding="utf-8") for name in built if name.endswith(".css")}


def judged(found: TooNew) -> set[tuple[str, str]]:
    """The entries that speak of it; a property stands for all its values."""
    names = {found.feature, found.feature.partition(":")[0] or found.feature}
    return {(feature, where) for feature, where in JUDGED if feature in names and re.search(where, found.where)}


def test_the_oldest_browsers_understand_the_style_sheets_or_it_is_judged_what_they_pass_over() -> None:
    found = {name: too_new_in_style(css) for name, css in styles().items()}
    not_judged = {name: [one for one in every if not judged(one)] for name, every in found.items()}
    assert not_judged == {"plass.css": [], "letter.css": []}
    used = {entry for every in found.values() for one in every for entry in judged(one)}
    assert JUDGED.keys() - used == set(), "no longer there: take it off the list"


@pytest.mark.parametrize(
    ("css", "feature"),
    [
        (".a:has(.b) { color: red }", ":has()"),
        (".a { .b { color: red } }", "a rule in a rule"),
        ("@media (width < 30rem) { p { color: red } }", "@media with < or >"),
        ("@media not (min-width:30rem) { p { color: red } }", "@media not (…)"),
        ("@layer a, b; p { color: red }", "@layer without a block"),
        ("@container (min-width: 3rem) { p { color: red } }", "@container"),
        ("@layer a { @media print { p { rotate: 45deg } } }", "rotate"),
        ("p { color: oklch(50% 0.1 20) }", "oklch()"),
        ("p { background: linear-gradient(color-mix(in srgb, red, blue), red) }", "color-mix()"),
        ("p { height: 100dvh }", "dvh"),
        ("p { height: 100dvh; height: 100vh }", "dvh"),
        ("p { content: 'x' / '' }", "content: alt text"),
        ("@supports not (color: color-mix(in srgb, red, blue)) { p { height: 1lh } }", "lh"),
    ],
)
def test_the_check_sees_what_is_too_new(css: str, feature: str) -> None:
    assert feature in {one.feature for one in too_new_in_style(css)}


@pytest.mark.parametrize(
    "css",
    [
        "p { height: 100vh; height: 100dvh }",
        "@supports (height: 100dvh) { p { height: 100dvh } }",
        "p { -webkit-hyphens: auto; hyphens: auto }",
        ":is(.a:has(.b), .c) { color: red }",
        "@media not all and (min-width: 30rem) { p { inset-inline: 0; color: rgb(0 0 0 / 5%) } }",
        "@layer a { p { --own: 1rem; width: var(--own); display: grid } }",
    ],
)
def test_the_check_lets_what_has_a_way_out_and_what_is_old_be(css: str) -> None:
    assert too_new_in_style(css) == []


@pytest.mark.parametrize(
    "markup",
    ["<search>x</search>", '<button popovertarget="x">x</button>', '<p inert="">x</p>', "<p popover>x</p>"],
)
def test_a_page_with_what_the_oldest_do_not_know_is_refused(markup: str) -> None:
    page = '<!doctype html><html lang="nb"><title>Plass</title><main><h1>Plass</h1>{}</main></html>'
    check_page(page.format("<details><summary>x</summary></details>"), "/")
    with pytest.raises(BadPage, match="too new"):
        check_page(page.format(markup), "/")


def test_every_class_of_designsystemet_that_a_page_has_is_in_the_style_sheet() -> None:
    page = '<!doctype html><html lang="nb"><title>Plass</title><main><h1>Plass</h1><p class="{}">x</p></main></html>'
    assert isinstance(check_page(page.format("ds-button"), "/"), BeautifulSoup)
    with pytest.raises(BadPage, match="no style for ds-tabs"):
        check_page(page.format("ds-tabs"), "/")
