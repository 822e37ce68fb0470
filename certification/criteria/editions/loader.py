"""Reads an edition from its folder, or from the JSON it was published as, and refuses what is not sound."""

import hashlib
import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from certification.criteria.editions.integrity import problems_in
from certification.criteria.editions.schema import Edition
from certification.criteria.editions.translations import with_translations
from certification.criteria.errors import EditionInvalid
from ground.reading import FileWrong, read_mapping
from ground.texts import Locale

CRITERIA_FILE = "criteria.yaml"
# The source language stands in the criteria file itself; the others beside it.
TRANSLATIONS: tuple[Locale, ...] = (Locale.NYNORSK, Locale.ENGLISH)
# The life of an edition is no part of what it says, so publishing it does not change its fingerprint.
LIFE_OF_AN_EDITION = frozenset({"status", "valid_from"})


def bundled_editions() -> list[Path]:
    """The folders of the editions that come with Plass, oldest first."""
    here = Path(__file__).parent
    return sorted(file.parent for file in here.glob(f"*/{CRITERIA_FILE}"))


def load_edition(path: Path) -> Edition:
    """The edition in the folder `path`; raises `EditionInvalid` with every problem found and where it is."""
    raw = _read(path / CRITERIA_FILE)
    translations = {locale: _read(path / f"texts.{locale}.yaml") for locale in TRANSLATIONS}
    complete, problems = with_translations(raw, translations)
    if problems:
        raise EditionInvalid(str(path), problems)
    return _validated(complete, str(path))


def edition_from_json(text: str) -> Edition:
    """The edition that `canonical_json` wrote; raises `EditionInvalid` as `load_edition` does."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise EditionInvalid("json", (str(error),)) from error
    return _validated(raw, "json")


def canonical_json(edition: Edition) -> str:
    """The whole edition as JSON, the same text for the same edition wherever it is written."""
    return _canonical(_sorted_sets(edition))


def fingerprint(edition: Edition) -> str:
    """SHA-256 (hex) of what the edition says; its status and date of entry are left out."""
    said = {key: value for key, value in _sorted_sets(edition).items() if key not in LIFE_OF_AN_EDITION}
    return hashlib.sha256(_canonical(said).encode()).hexdigest()


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_mapping(path)
    except FileWrong as wrong:
        raise EditionInvalid(wrong.source, wrong.problems) from wrong


def _sorted_sets(edition: Edition) -> dict[str, object]:
    dumped: dict[str, object] = edition.model_dump(mode="json")
    findings = edition.findings.model_dump(mode="json")
    dumped["findings"] = {key: sorted(v) if isinstance(v, list) else v for key, v in findings.items()}
    return dumped


def _canonical(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _validated(raw: object, source: str) -> Edition:
    try:
        edition = Edition.model_validate(raw)
    except ValidationError as error:
        lines = (f"{_place(raw, problem['loc'])}: {problem['msg']}" for problem in error.errors())
        raise EditionInvalid(source, tuple(lines)) from error
    problems = problems_in(edition)
    if problems:
        raise EditionInvalid(source, problems)
    return edition


def _place(raw: object, location: tuple[int | str, ...]) -> str:
    """The place of a problem in words: list positions are replaced by the id that stands there."""
    words: list[str] = []
    here = raw
    for step in location:
        try:
            here = here[step]  # type: ignore[index]  # any of list or dict; what fits neither ends below
        except (KeyError, IndexError, TypeError):
            here = None
        named = here.get("id") if isinstance(here, dict) and isinstance(step, int) else None
        words.append(str(named or step))
    return ".".join(words)
