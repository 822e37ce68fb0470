"""What the documents promise: every setting is described, every file says what it does, no template is forgotten."""

import ast
import re
from pathlib import Path

from config import Settings

ROOT = Path(__file__).parents[2]
PACKAGES = ("ground", "register", "certification", "matching", "app")
SHARED = ROOT / "app/kernel/templates"
MENTION = re.compile(r"[\"']((?:[\w-]+/)*[\w-]+\.(?:html|txt|svg))[\"']")


def settings_named_in_code() -> set[str]:
    """The environment's name of every setting."""
    return {str(field.validation_alias) for field in Settings.model_fields.values()}


def settings_described() -> set[str]:
    """The settings in the table of docs/settings.md."""
    return set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.MULTILINE))


def paths_named(text: str) -> set[str]:
    """Every file and folder of ours that a document names in full."""
    folders = (*PACKAGES, "docs", "frontend", "migrations", "scripts", "tests")
    named = re.findall(rf"`((?:{'|'.join(folders)})/[\w./-]*)`", text)
    links = re.findall(r"\]\(((?:\w[\w.-]*/)*[\w.-]+)(?:#[\w-]*)?\)", text)
    return {*named, *links}


def names_nothing(document: Path) -> set[str]:
    """What the document names from the root, or links to from where it lies, and is not there."""
    named = paths_named(document.read_text(encoding="utf-8"))
    return {path for path in named if not (ROOT / path).exists() and not (document.parent / path).exists()}


def test_every_path_in_a_document_leads_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert {str(one.relative_to(ROOT)): missing for one in documents if (missing := names_nothing(one))} == {}


def test_a_document_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    document = tmp_path / "walk.md"
    document.write_text("See `app/labels.py`, `app/kernel/house.py` and [all](walk.md), [gone](no/more.md#here).\n")
    assert names_nothing(document) == {"app/labels.py", "no/more.md"}


def test_every_setting_is_described_and_no_other() -> None:
    assert settings_described() == settings_named_in_code()


def test_every_file_says_in_its_first_line_what_it_holds() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for package in PACKAGES
        for file in sorted((ROOT / package).rglob("*.py"))
        if not (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert silent == []


def templates_mentioned() -> set[str]:
    """Every template that code or another template names; mails are found by their kind."""
    sources = [*(ROOT / "app").rglob("*.py"), *(ROOT / "app").rglob("templates/**/*.html")]
    named = {name for file in sources for name in MENTION.findall(file.read_text(encoding="utf-8"))}
    layouts = {f"layouts/{party}.html" for party in ("employer", "candidate", "counsellor")}
    return named | layouts | {"mail/signature.txt"}


def templates_found() -> set[str]:
    """Every template by the name that code gives it: its subject, then its path in that subject's folder."""
    found = {str(file.relative_to(SHARED)) for file in SHARED.rglob("*.*")}
    for folder in (ROOT / "app").glob("*/templates"):
        if folder != SHARED:
            found |= {f"{folder.parent.name}/{file.relative_to(folder)}" for file in folder.rglob("*.*")}
    return found


def unused_templates(mentioned: set[str]) -> list[str]:
    """Templates that nothing names."""
    return sorted(one for one in templates_found() - mentioned if "mail/" not in one)


def test_no_template_is_left_over() -> None:
    assert unused_templates(templates_mentioned()) == []


def test_a_left_over_template_would_be_seen() -> None:
    assert "front/public/front.html" in unused_templates(templates_mentioned() - {"front/public/front.html"})


def test_no_python_file_has_grown_too_large() -> None:
    """Six hundred lines are two rooms without a wall between them."""
    large = {
        str(file.relative_to(ROOT)): lines
        for folder in (*PACKAGES, "tests")
        for file in (ROOT / folder).rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert large == {}
