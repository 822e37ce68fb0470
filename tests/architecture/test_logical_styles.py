"""Our styles speak of start and end, never of left and right: a language that is read from the right turns it all."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "frontend" / "css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?P<property>[a-z-]+)\s*:\s*(?P<value>[^;{}]+)(?=[;}])")
OF_A_SIDE = re.compile(r"^(?:left|right)$|-(?:left|right)(?:$|-(?:width|color|style|radius)$)")
OF_FOUR_SIDES = ("margin", "padding", "inset", "border-width", "border-style", "border-color")
TO_A_SIDE = {"text-align", "float", "clear", "justify-content", "justify-items", "justify-self"}

MOVED = "A picture behind has no logical place; a rule for `dir=rtl` moves it to the other side."
CORNER = "An arrow downwards, drawn as a corner that is turned; it is alike from both sides."
JUDGED = {
    ("layout.css", 'background: url("images/hero.svg") right var(--gutter) center / auto 118% no-repeat'): MOVED,
    ("layout.css", "background-position: left var(--gutter) center"): MOVED,
    (
        "certificate.css",
        'background: var(--brand-deep) url("images/hero.svg") right 3rem top 0 / auto 30rem no-repeat',
    ): MOVED,
    ("certificate.css", "background-position: left 3rem top 0"): MOVED,
    ("layout.css", "border-width: 0 1.5px 1.5px 0"): CORNER,
    ("letter.css", "margin: 18mm 22mm 24mm 25mm"): "A sheet is punched on its left whatever is written on it.",
}
"""What speaks of a side all the same, and why."""


def sided(css: str) -> list[str]:
    """The declarations that name a side of the page, so that a language read from the right does not turn them."""
    found = DECLARATION.finditer(COMMENT.sub("", css))
    return [
        f"{one['property']}: {value}"
        for one in found
        if (value := " ".join(one["value"].split())) and _is_sided(one["property"], value)
    ]


def _is_sided(name: str, value: str) -> bool:
    if OF_A_SIDE.search(name):
        return True
    if name in TO_A_SIDE:
        return value in ("left", "right")
    if name in ("background", "background-position"):
        return re.search(r"\b(?:left|right)\b", value) is not None
    if name == "border-radius":
        top_left, top_right, bottom_right, bottom_left = _four(value)
        return (top_left, bottom_left) != (top_right, bottom_right)
    _, right, _, left = _four(value)
    return name in OF_FOUR_SIDES and left != right


def _four(value: str) -> tuple[str, str, str, str]:
    """The four values that one to four stand for."""
    first, *rest = re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value)
    second = rest[0] if rest else first
    return first, second, rest[1] if len(rest) > 1 else first, rest[2] if len(rest) > 2 else second


def test_our_styles_speak_of_start_and_end_or_it_is_judged_why_not() -> None:
    found = {(style.name, one) for style in STYLES.glob("*.css") for one in sided(style.read_text(encoding="utf-8"))}
    assert found - JUDGED.keys() == set()
    assert JUDGED.keys() - found == set(), "no longer there: take it off the list"


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1rem", "border-right: 1px solid", "border-left-width: 2px", "border-top-right-radius: 1px",
        "left: 0", "text-align: right", "padding: 0 1rem 0 0", "inset: 0 0 0 auto", "border-radius: 0 3px 3px 0",
        "border-radius: 1px 2px", "background: url(a.svg) right center", "padding: 0 calc(1px * (2 + 3)) 0 0",
    ],
)  # fmt: skip
def test_what_speaks_of_a_side_is_seen(declaration: str) -> None:
    assert sided(f"p {{ {declaration}; }}") == [declaration]
    assert sided(f"p {{ /* {declaration}; */ color: red }}") == []


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-inline-start: 1rem", "inset: 0 1rem", "padding: 1rem 2rem 3rem", "border-radius: 3px 3px 0 0",
        "text-align: end", "inset-inline: 0 auto", "padding: 0 var(--a) 1rem var(--a)", "border-width: 1px",
    ],
)  # fmt: skip
def test_what_speaks_of_no_side_may_stand(declaration: str) -> None:
    assert sided(f"p {{ {declaration}; }}") == []
