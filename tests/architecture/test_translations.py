"""Bokmål is the source; nynorsk and English are complete, and every value has words."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from flask import Flask
from flask_babel import force_locale

from app.kernel.house import gather, house
from app.openings.labels import KIND_HINTS
from app.subjects import SUBJECTS
from matching.catalogue.kinds import OpeningKind
from tests.support.mail_kinds import KINDS

ROOT = Path(__file__).parents[2]
LANGUAGES = ("nn", "en")
NEVER_FILLED_IN = re.compile(r"FULL NAME|FIRST AUTHOR|[\w.]+@[\w.]+|\b(?:PROJECT|VERSION|YEAR|ORGANIZATION|LANGUAGE)\b")


def catalogue_file(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return ROOT / f"app/translations/{language}/LC_MESSAGES/messages.po"


def catalogue(language: str) -> Catalog:
    """The catalogue of a language."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every text that the code has now."""
    target = tmp_path_factory.mktemp("messages") / "messages.pot"
    keywords = ["--keyword", "_l", "--keyword", "lazy_gettext", "--keyword", "lazy_ngettext:1,2"]
    command = [
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "--quiet",
        "extract",
        "--mapping-file",
        "pyproject.toml",
    ]
    subprocess.run([*command, *keywords, "--output-file", str(target), "app"], cwd=ROOT, check=True)  # noqa: S603  # our own words only
    with target.open("rb") as file:
        return read_po(file)


def untranslated(template: Catalog, language: str) -> list[object]:
    """Texts of the code without words in a language."""
    known = catalogue(language)
    missing = []
    for message in template:
        if not message.id:
            continue
        found = known.get(message.id if isinstance(message.id, str) else message.id[0])
        if found is None or found.fuzzy or not _is_written(found):
            missing.append(message.id)
    return missing


def _is_written(message: Message) -> bool:
    return bool(message.string) if isinstance(message.string, str) else all(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_exists(template: Catalog, language: str) -> None:
    assert untranslated(template, language) == []


def test_a_missing_translation_would_be_seen(template: Catalog) -> None:
    template.add("En setning som ingen har oversatt", locations=[("app/nowhere.py", 1)])
    try:
        assert "En setning som ingen har oversatt" in untranslated(template, "nn")
    finally:
        template.delete("En setning som ingen har oversatt")


def left_behind(text: str) -> list[str]:
    """What tools leave in a catalogue: where each text stands, and words in the header that wait for others."""
    header, _, _ = text.partition("\n\n")
    return [*NEVER_FILLED_IN.findall(header), *re.findall(r"^#: .*", text, re.MULTILINE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_whose_it_is_and_not_where_a_text_stands(language: str) -> None:
    assert left_behind(catalogue_file(language).read_text(encoding="utf-8")) == []


def test_a_catalogue_as_the_tool_leaves_it_would_be_seen() -> None:
    fresh, written = Catalog(locale="nn", project="Plass", version="1"), BytesIO()
    fresh.add("Lagre", "Lagre", locations=[("app/nowhere.py", 1)])
    write_po(written, fresh)
    assert left_behind(written.getvalue().decode()) == [
        "ORGANIZATION", "FIRST AUTHOR", "EMAIL@ADDRESS", "EMAIL@ADDRESS", "YEAR", "FULL NAME", "EMAIL@ADDRESS",
        "LL@li.org", "#: app/nowhere.py:1",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_values_of_the_source(language: str) -> None:
    messages = catalogue(language)
    wrong = {message.id: [str(error) for error in message.check(messages)] for message in messages if message.id}
    assert {text: errors for text, errors in wrong.items() if errors} == {}


def test_every_value_of_every_labelled_enum_has_words() -> None:
    missing = [value for kind, words in gather(SUBJECTS).labels.items() for value in kind if value not in words]
    assert missing == []
    assert set(KIND_HINTS) == set(OpeningKind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_has_a_text(app: Flask, kind: str) -> None:
    with app.app_context(), force_locale("nn"):
        assert app.jinja_env.get_template(f"{house().mail_subjects[kind]}/mail/{kind}.txt")


OF_A_JOB = re.compile(
    r"\bjobb(?:er|ene)?\b[^.]{0,20}\b(?:startet|starter|er begynt)\b"
    r"|\bjobb(?:ar|ane)?\b[^.]{0,20}\b(?:starta|startar|er byrja)\b"
    r"|\bjobs?\b(?: that)?(?: have| has)? started\b|\bjobs begun\b",
    re.IGNORECASE,
)
"""What it is called elsewhere than here when a job has begun: one word for one thing, the one the definition has."""


def texts_with(words: re.Pattern[str], language: str) -> list[str]:
    """Texts of a language, each form of its own, in which the words stand."""
    texts = [
        message.id if language == "nb" else message.string
        for message in catalogue("nn" if language == "nb" else language)
    ]
    forms = [form for text in texts for form in (text if isinstance(text, (tuple, list)) else (text,))]
    return [form for form in forms if words.search(form)]


@pytest.mark.parametrize("language", ["nb", *LANGUAGES])
def test_a_job_has_begun_and_is_called_nothing_else(language: str) -> None:
    assert texts_with(OF_A_JOB, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "av 1000 jobber har startet", "Jobber som er begynt", "1 jobb har startet", "Jobbar som har starta",
        "alle jobbane som er byrja", "Jobs begun", "7 of 1000 jobs have started", "1 job has started",
    ],
)  # fmt: skip
def test_another_word_for_a_job_that_has_begun_would_be_seen(text: str) -> None:
    assert OF_A_JOB.search(text)
    assert not OF_A_JOB.search("Jobber som har begynt, jobbar som har byrja, jobs that have begun, a job that began")


LEFT_BEHIND = {
    "nb": re.compile(r"(?<!ut)\bplassering(?:en|er|ene)?\b", re.IGNORECASE),
    "nn": re.compile(r"\b(?:oppgje|gje|gjev|gjeve|gjeven|gjevne|stadfest\w*|liker)\b|\bpå vegner av\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:open|post|propose|find|these|this|the) places?\b|\bplaces? (?:is|are) (?:filled|open)\b|\bgatherings?\b"
        r"|\bthat very\b|\bnearest leader\b|\bfollow you up\b",
        re.IGNORECASE,
    ),
}
"""Words that the vocabulary (docs/vocabulary.md) has left behind, by the language whose pages they stood on."""


@pytest.mark.parametrize("language", ["nb", *LANGUAGES])
def test_pages_use_the_words_of_the_vocabulary(language: str) -> None:
    assert texts_with(LEFT_BEHIND[language], language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Ingen plasseringer ennå"), ("nn", "Gje plassen ein tittel"), ("nn", "Stadfesta av fylkeskommunen"),
        ("nn", "Det kandidaten liker"), ("en", "The place is filled."), ("en", "No gatherings are planned"),
    ],
)  # fmt: skip
def test_a_word_that_was_left_behind_would_be_seen(language: str, text: str) -> None:
    assert LEFT_BEHIND[language].search(text)
    assert not LEFT_BEHIND[language].search("Arbeidstrening og utplassering, bekrefta, a quiet place to work")
