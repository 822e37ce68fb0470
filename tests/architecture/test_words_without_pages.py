"""The words of the subjects can be used without their pages, and without the rest of the house."""

import subprocess
import sys

from config import ROOT

WORDS = sorted(
    ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for name in ("labels", "refusals", "words")
    for file in (ROOT / "app").glob(f"*/{name}.py")
)
PAGES = {"candidate", "certifier", "counsellor", "county", "employer", "factory", "public", "subject", "subjects"}


def test_words_come_without_pages() -> None:
    """In a process of its own: here, all of the house is loaded already."""
    ask = f"import sys, {', '.join(WORDS)}; print(*sorted(one for one in sys.modules if one.startswith('app.')))"
    seen = subprocess.run(  # noqa: S603  # our own words only
        [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(WORDS) <= set(seen)
    assert [module for module in seen if PAGES & set(module.split("."))] == []
