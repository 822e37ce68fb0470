"""The data files of the law and the catalogue are complete, in three languages, and their patterns compile."""

import inspect
import json
import re
import runpy
import shutil
from pathlib import Path

import pytest

from ground.reading import FileWrong
from ground.texts import Translated
from matching.catalogue.occupations import occupations
from matching.catalogue.skills import skills
from matching.law.advert_words import advert_words
from matching.law.age_gates import age_gates
from matching.law.nav_schemes import nav_schemes
from matching.law.types import WorkerBand
from matching.law.young_workers.rules import young_worker_rules
from register.organisations.industries import sections


def all_names() -> list[tuple[str, Translated]]:
    groups = (occupations().values(), skills().values(), age_gates().values(), nav_schemes().schemes, sections())
    return [(one.code, one.names) for group in groups for one in group]


def test_everything_with_a_name_has_it_in_three_languages() -> None:
    for code, names in all_names():
        for text in (names.nb, names.nn, names.en):
            assert text.strip() == text, code
            assert text, code


def test_politiattest_and_mother_tongue_are_no_skills() -> None:
    words = json.dumps([names.model_dump() for _, names in all_names()]).lower()
    assert "politiattest" not in words
    assert "morsmål" not in words


def test_the_young_worker_rules_carry_version_and_dates() -> None:
    rules = young_worker_rules()
    assert rules.version == "2026-11-22"
    assert rules.in_force_from < rules.checked_on
    child, youth = rules.bands[WorkerBand.CHILD], rules.bands[WorkerBand.YOUTH]
    assert (child.day.limit, youth.day.limit) == (420, 480)
    assert child.school_day is not None
    assert child.school_day.limit == 120


def test_the_words_of_the_advert_check_compile() -> None:
    assert advert_words().rules
    assert all(rule.patterns for rule in advert_words().rules)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\\\\b«young»\\\\b[^", "\\\\b«yong»\\\\b[^", "there are no words 'yong'"),
        ("(?:hvit|kvit", "(?:hvit|(kvit", "the pattern is wrong, missing )"),
        ("\\\\bunge\\\\s+voksne", "(\\\\bunge\\\\s+voksne", "allowed.2: the pattern is wrong, missing )"),
    ],
)
def test_a_pattern_that_is_none_stops_the_start_and_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    product = Path(inspect.getfile(inspect.unwrap(advert_words)))
    reader = Path(shutil.copy(product, tmp_path))
    before, _, after = product.with_suffix(".yaml").read_text("utf-8").partition(old)
    reader.with_suffix(".yaml").write_text(before + new + after, "utf-8")
    with pytest.raises(FileWrong) as wrong:
        runpy.run_path(str(reader))
    line = before.count("\n") + 1
    assert re.search(rf"advert_words\.yaml: 1 .*\n.*line {line}: .*{re.escape(said)}", str(wrong.value))
