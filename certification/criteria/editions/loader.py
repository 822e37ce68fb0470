"""Reads an edition from its folder, or from the JSON it is stored as, and refuses what is not sound."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from certification.criteria.editions.integrity import nameless, problems_in
from certification.criteria.editions.schema import Edition
from certification.criteria.editions.translations import with_translations
from ground.canonical import canonical_text, fingerprint_of
from ground.reading import DataFile, FileWrong, Location, checked
from ground.texts import Locale

CRITERIA_FILE = "criteria.yaml"
STORED = "the edition as it is stored"
# The source language stands in the criteria file itself; the others beside it.
TRANSLATIONS: tuple[Locale, ...] = (Locale.NYNORSK, Locale.ENGLISH)
# The life of an edition is no part of what it says, so publishing it does not change its fingerprint.
LIFE_OF_AN_EDITION = frozenset({"status", "valid_from"})


def bundled_folders() -> list[Path]:
    """The folders of the editions that come with Plass, oldest first."""
    here = Path(__file__).parent
    return sorted(file.parent for file in here.glob(f"*/{CRITERIA_FILE}"))


@cache
def bundled_editions() -> tuple[Edition, ...]:
    """The editions that come with Plass, oldest first."""
    return tuple(load_edition(folder) for folder in bundled_folders())


def load_edition(path: Path) -> Edition:
    """The edition in the folder `path`; raises `FileWrong` with every problem found and where it is."""
    criteria = DataFile(path / CRITERIA_FILE)
    translations = {locale: DataFile(path / f"texts.{locale}.yaml") for locale in TRANSLATIONS}
    complete, left_over = with_translations(
        criteria.content, {locale: file.content for locale, file in translations.items()}
    )

    def place(location: Location) -> str:
        """A place in the whole edition; the last step into a text is its language, and says in which file it stands."""
        named = _named(complete, location)
        for locale, file in translations.items():
            if location[-1:] == (locale,):
                return f"{file.path.name}: line {file.line(named[:-1])}: {'.'.join(named)}"
        return f"{CRITERIA_FILE}: {criteria.place(named)}"

    homeless = tuple(
        f"{translations[locale].path.name}: {translations[locale].place(path)} belongs to nothing"
        for locale, path in left_over
    )

    def with_line(problem: str) -> str:
        """What does not fit together begins with its place in the criteria file."""
        return f"{CRITERIA_FILE}: line {criteria.line(tuple(problem.partition(':')[0].split('.')))}: {problem}"

    edition = checked(complete, Edition, str(path), place, homeless)
    return _sound(edition, str(path), (*problems_in(edition), *nameless(edition)), with_line)


def edition_from_json(text: str) -> Edition:
    """The edition that `canonical_json` wrote; raises `FileWrong` as `load_edition` does."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileWrong(STORED, (str(error),)) from error
    edition = checked(raw, Edition, STORED, lambda location: ".".join(_named(raw, location)))
    return _sound(edition, STORED, problems_in(edition))


def canonical_json(edition: Edition) -> str:
    """The whole edition as JSON, the same text for the same edition wherever it is written."""
    return canonical_text(_sorted_sets(edition))


def fingerprint(edition: Edition) -> str:
    """SHA-256 (hex) of what the edition says; its status and date of entry are left out."""
    return fingerprint_of({key: value for key, value in _sorted_sets(edition).items() if key not in LIFE_OF_AN_EDITION})


def _sorted_sets(edition: Edition) -> dict[str, object]:
    dumped: dict[str, object] = edition.model_dump(mode="json")
    findings = edition.findings.model_dump(mode="json")
    dumped["findings"] = {key: sorted(v) if isinstance(v, list) else v for key, v in findings.items()}
    return dumped


def _sound(edition: Edition, source: str, problems: tuple[str, ...], told: Callable[[str], str] = str) -> Edition:
    """The edition, if nothing is wrong with it. Raises FileWrong."""
    if problems:
        raise FileWrong(source, tuple(told(problem) for problem in problems))
    return edition


def _named(raw: object, location: Location) -> tuple[str, ...]:
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
    return tuple(words)


bundled_editions()  # read when the house is opened, so that a mistake in a file stops the start
