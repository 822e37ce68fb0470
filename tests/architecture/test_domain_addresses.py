"""The domain builds no addresses: it names a subject and an id, and the web knows the page."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOMAIN = ("ground", "register", "certification", "matching")
ADDRESS = re.compile(r"(?<![\w/])/[a-zæøå]|https?:", re.IGNORECASE)
"""A path from the root of the site, at the start of a text, within it or after a value; or a whole address. A slash
within a word (`Europe/Oslo`, `image/png`) is none."""


def addresses_in(source: str) -> list[str]:
    """The texts of a module that look like an address, also parts of an f-string; docstrings are prose."""
    tree = ast.parse(source)
    prose = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body and _is_text(node.body[0])
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
        if ADDRESS.search(node.value)
    ]


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def test_the_domain_builds_no_addresses() -> None:
    found = {
        str(file.relative_to(ROOT)): addresses
        for package in DOMAIN
        for file in sorted((ROOT / package).rglob("*.py"))
        if (addresses := addresses_in(file.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        'path = f"/veileder/plasseringer/{placement.id}"',
        'path = f"{employers_pages}/plasseringer"',
        'path = "/min-side/" + str(proposal.id)',
        'text = "Se /arbeidsgiver/{}/plasser".format(orgnr)',
        'link = f"https://{host}"',
        'def page(orgnr):\n    """The page."""\n    return "/logg-inn"',
    ],
)
def test_an_address_in_the_domain_would_be_seen(line: str) -> None:
    assert len(addresses_in(line)) == 1


def test_a_slash_within_a_word_and_an_address_in_prose_are_none() -> None:
    assert addresses_in('"""What stands on /min-side/."""\nzone, kind = "Europe/Oslo", "image/png"') == []
