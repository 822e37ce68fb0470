"""The data files are complete, in three languages, and refuse what does not fit."""

import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from matching.data import reading
from matching.data.advert_words import advert_words
from matching.data.age_gates import age_gates
from matching.data.nav_schemes import nav_schemes
from matching.data.occupations import area_of, occupations
from matching.data.reading import Clock, DataModel, Names, read_yaml
from matching.data.skills import ruled_out_by, skills, with_included
from matching.data.young_workers import young_worker_rules
from matching.types import InterestArea, OpeningKind, WorkerBand


def all_names() -> list[tuple[str, Names]]:
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


class _Times(DataModel):
    at: Clock


def test_an_unquoted_clock_or_an_unknown_key_stops_the_loading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FOLDER", tmp_path)
    (tmp_path / "good.yaml").write_text('at: "24:00"\n', encoding="utf-8")
    (tmp_path / "unquoted.yaml").write_text("at: 20:00\n", encoding="utf-8")
    (tmp_path / "unknown.yaml").write_text('at: "20:00"\nnote: x\n', encoding="utf-8")
    assert read_yaml("good.yaml", _Times).at == 1440
    for bad in ("unquoted.yaml", "unknown.yaml"):
        with pytest.raises(ValidationError):
            read_yaml(bad, _Times)
