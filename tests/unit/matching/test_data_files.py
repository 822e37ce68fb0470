"""The data files are complete, in three languages, and refuse what does not fit."""

import inspect
import json
import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ground.reading import FileWrong, read_values
from ground.texts import Translated
from matching.catalogue.choices import InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.catalogue.occupations import area_of, occupations
from matching.catalogue.skills import ruled_out_by, skills, with_included
from matching.law.advert_words import advert_words
from matching.law.age_gates import age_gates
from matching.law.nav_schemes import nav_schemes
from matching.law.types import WorkerBand
from matching.law.young_workers import rules
from matching.law.young_workers.rules import YoungWorkerRules, young_worker_rules

LAW = Path(rules.__file__).with_suffix(".yaml")


def all_names() -> list[tuple[str, Translated]]:
    groups = (occupations().values(), skills().values(), age_gates().values(), nav_schemes().schemes)
    return [(one.code, one.names) for group in groups for one in group]


def test_everything_with_a_name_has_it_in_three_languages() -> None:
    for code, names in all_names():
        for text in (names.nb, names.nn, names.en):
            assert text.strip() == text, code
            assert text, code


def test_there_are_seventy_occupations_and_every_area_has_some() -> None:
    assert len(occupations()) == 70
    assert {one.area for one in occupations().values()} == set(InterestArea)
    assert area_of("5223") is InterestArea.SHOP
    assert area_of("0000") is None


def test_levels_of_norwegian_include_the_lower_ones_and_rule_out_the_higher() -> None:
    assert {"norwegian_spoken_a1", "norwegian_spoken_a2"} < with_included(["norwegian_spoken_b1"])
    assert ruled_out_by(["norwegian_spoken_b1"]) == {"norwegian_spoken_b2", "norwegian_spoken_c1"}
    assert ruled_out_by(["till"]) == frozenset()


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


def test_only_schemes_that_are_open_that_day_are_offered() -> None:
    def offered(on: date) -> set[str]:
        return {scheme.code for scheme in nav_schemes().open_for(OpeningKind.PERMANENT_JOB, on)}

    assert "VTAO" in offered(date(2026, 8, 31))
    assert "FIREARIG_LONNSTILSKUDD" not in offered(date(2026, 7, 31))
    assert "VTAO" not in offered(date(2026, 9, 1))
    assert "FIREARIG_LONNSTILSKUDD" in offered(date(2026, 8, 1))


def test_the_words_of_the_advert_check_compile() -> None:
    assert advert_words().rules
    assert all(rule.patterns for rule in advert_words().rules)


READERS = (age_gates, nav_schemes, advert_words, young_worker_rules, occupations, skills)


@pytest.mark.parametrize("reader", READERS, ids=lambda one: str(one.__name__))
def test_a_mistake_in_a_file_stops_the_start(reader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing the module reads its file: not when the first candidate needs it."""

    def refuse(path: Path, _model: type) -> None:
        raise FileWrong(str(path), ("line 1: wrong",))

    monkeypatch.setattr("ground.reading.read_values", refuse)
    with pytest.raises(FileWrong):
        runpy.run_path(inspect.getfile(inspect.unwrap(reader)))


def spoilt(tmp_path: Path, old: str, new: str) -> str:
    """What is told of the law file when one place in it is changed."""
    file = tmp_path / "rules.yaml"
    text = LAW.read_text("utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(FileWrong) as wrong:
        read_values(file, YoungWorkerRules)
    return str(wrong.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  youth:", "  child:", "the key child stands twice"),
        ("  child_below: 15", "  highest: 18\n  child_below: 15", "line 10: ages.highest: Extra inputs"),
        ("  lowest: 13", "  least: 13", "line 8: ages.lowest: Field required"),
        ('"20:00"', "20:00", "write clock times in quotes"),
    ],
)
def test_what_is_given_twice_unknown_missing_or_unquoted_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    told = spoilt(tmp_path, old, new)
    assert said in told
    assert str(tmp_path / "rules.yaml") in told
    assert "line " in told
