"""One module prints: whatever else loaded WeasyPrint would use its fonts beside it, and end the process."""

import ast
from collections.abc import Iterator
from pathlib import Path

from config import ROOT

FOLDERS = ("ground", "register", "certification", "matching", "app", "migrations", "scripts", "tests")
BY_NAME = {"import_module", "__import__"}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, in a function or by name too, and what it takes from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in BY_NAME and node.args:
            yield ast.unparse(node.args[0]).strip("'\"")


def files_that_import(package: str, root: Path) -> set[str]:
    """The Python files that import a package or anything in it."""
    files = [*root.glob("*.py"), *(file for folder in FOLDERS for file in (root / folder).rglob("*.py"))]
    return {
        str(file.relative_to(root))
        for file in files
        if any(f"{name}.".startswith(f"{package}.") for name in imports(ast.parse(file.read_text(encoding="utf-8"))))
    }


def test_one_module_knows_weasyprint_and_one_prints_with_it() -> None:
    assert files_that_import("weasyprint", ROOT) == {"app/adapters/pdf.py"}
    assert files_that_import("app.adapters.pdf.typeset", ROOT) == {"app/kernel/pdf.py"}
    assert files_that_import("app.adapters.pdf", ROOT) == {
        "app/kernel/pdf.py",
        "gunicorn.conf.py",  # loads it before there are threads
        "tests/integration/certificates/test_pdf.py",  # tries what it fetches
    }


def test_another_that_prints_by_itself_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/letters.py").write_text("def letter():\n    from weasyprint import HTML\n")
    (tmp_path / "app/report.py").write_text("import weasyprint.text.fonts as fonts\n")
    (tmp_path / "app/list.py").write_text("import importlib\nimportlib.import_module('weasyprint')\n")
    (tmp_path / "app/words.py").write_text("import weasyprinter\nTEXT = 'weasyprint'\n")
    assert files_that_import("weasyprint", tmp_path) == {"app/letters.py", "app/report.py", "app/list.py"}
