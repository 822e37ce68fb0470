"""An edition that is not sound is refused, with every problem and the place where it is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from certification.criteria.editions.loader import bundled_folders, canonical_json, edition_from_json, load_edition
from ground.reading import FileWrong
from tests.builders.criteria import edition

Break = Callable[[dict[str, Any]], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled edition that a test may spoil."""
    return Path(shutil.copytree(bundled_folders()[-1], tmp_path / "2026.1"))


def replace(path: Path, old: str, new: str) -> int:
    """Change one place in the file; returns its line."""
    text = path.read_text("utf-8")
    before, _, after = text.partition(old)
    assert before != text
    path.write_text(before + new + after, "utf-8")
    return before.count("\n") + 1


def problems_of(folder: Path) -> str:
    with pytest.raises(FileWrong) as refused:
        load_edition(folder)
    return str(refused.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("texts.nn.yaml", '      "FOR-2":', '      "FOR-9":', "areas.FOR.criteria.FOR-2.why.nn: Field required"),
        ("texts.nn.yaml", '      "FOR-2":', '      "FOR-9":', "areas.FOR.criteria.FOR-9.why belongs to nothing"),
        ("texts.nn.yaml", "levels:\n", "levels: {}\nladder:\n", "nn.yaml: line {line}: levels belongs to nothing"),
        ("texts.en.yaml", '    name: "Foundation"', "    name: no", "en.yaml: line {line}: areas.GRU.name.en"),
        ("texts.en.yaml", '      private: "Private"', '      no: "Private"', "the key False is not text; quote it"),
        ("texts.en.yaml", '      "GRU-2":', '      "GRU-1":', "the key GRU-1 stands twice"),
        ("texts.nn.yaml", 'name: "Grunnmur"', 'name: "  "', "texts.nn.yaml: line {line}: areas.GRU.name.nn"),
        ("criteria.yaml", 'name: "Grunnmur"', 'name: "  "', "criteria.yaml: line {line}: areas.GRU.name.nb"),
        ("criteria.yaml", 'evidence: ["register"]', 'evidence: ["rumour"]', "areas.GRU.criteria.GRU-1.evidence.0"),
        ("criteria.yaml", 'not_applicable: "no"', "not_applicable: no", "areas.OPP.criteria.OPP-1.not_applicable"),
        ("criteria.yaml", "weight: 1\n", "colour: red\n        weight: 1\n", "{line}: areas.GRU.criteria.GRU-1.colour"),
        ("criteria.yaml", "weight: 1\n", 'weight: "1"\n', "{line}: areas.GRU.criteria.GRU-1.weight"),
        ("criteria.yaml", "partly: 0.5", "partly: half", "points.partly: Value error, this is no number"),
        ("criteria.yaml", "    gate: true\n", "", "areas.GRU.gate: Field required"),
        ("criteria.yaml", "points: {not_met: 0, ", "points: {", "criteria.yaml: line {line}: points: not_met, partly"),
        ("criteria.yaml", "{padriver: 0.6}", "{padriver: 6}", "line {line}: areas.RES.criteria.RES-3.indicator"),
        ("criteria.yaml", '      - id: "GRU-2"', '      - id: "FOR-1"', "FOR-1"),
        ("texts.nn.yaml", '        name: "Fast kontaktperson"\n', "", "criteria.SAM-1.name.nn: Field required"),
        ("criteria.yaml", "areas:\n", "areas: [\n", "criteria.yaml"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_files_is_told_with_its_place(folder: Path, file: str, old: str, new: str, said: str) -> None:
    line = replace(folder / file, old, new)
    assert said.format(line=line) in problems_of(folder)


def test_a_criterion_without_a_name_is_told(folder: Path) -> None:
    replace(folder / "criteria.yaml", '        name: "Fast kontaktperson"\n', "")
    replace(folder / "texts.nn.yaml", '        name: "Fast kontaktperson"\n', "")
    replace(folder / "texts.en.yaml", '        name: "Regular contact person"\n', "")
    line = replace(folder / "criteria.yaml", '      - id: "SAM-1"', '      - id: "SAM-1"  # without one')
    assert f"criteria.yaml: line {line}: areas.SAM.criteria.SAM-1: has no name" in problems_of(folder)


def test_a_missing_language_file_is_told(folder: Path) -> None:
    (folder / "texts.en.yaml").unlink()
    assert "texts.en.yaml" in problems_of(folder)


def find(raw: dict[str, Any], criterion_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for a in raw["areas"] for c in a["criteria"] if c["id"] == criterion_id)
    return found


def asks_less_of_paadriver(raw: dict[str, Any]) -> None:
    find(raw, "FOR-5")["requirements"]["padriver"] = "choice"


def threshold_falls_with_the_level(raw: dict[str, Any]) -> None:
    find(raw, "OPP-3")["indicator"]["thresholds"]["padriver"] = "0.4"


def result_without_threshold(raw: dict[str, Any]) -> None:
    find(raw, "REK-1")["requirements"]["padriver"] = "result"


def share_above_one(raw: dict[str, Any]) -> None:
    find(raw, "OPP-3")["indicator"]["thresholds"]["padriver"] = "60"


def criterion_in_the_wrong_area(raw: dict[str, Any]) -> None:
    find(raw, "MOT-1")["id"] = "REK-9"


def the_same_id_twice(raw: dict[str, Any]) -> None:
    find(raw, "MOT-2")["id"] = "MOT-1"


def condition_that_is_no_answer(raw: dict[str, Any]) -> None:
    find(raw, "GRU-5")["applies_when"] = {"sector": True}


def question_not_asked(raw: dict[str, Any]) -> None:
    raw["profile"] = [question for question in raw["profile"] if question["id"] != "trade"]


def option_missing(raw: dict[str, Any]) -> None:
    del next(question for question in raw["profile"] if question["id"] == "size")["options"]["micro"]


def finding_without_meaning(raw: dict[str, Any]) -> None:
    raw["findings"]["stops"] = []


def no_gate(raw: dict[str, Any]) -> None:
    raw["areas"][0]["gate"] = False


def level_below_itself(raw: dict[str, Any]) -> None:
    raw["levels"].reverse()


def weight_without_points(raw: dict[str, Any]) -> None:
    find(raw, "GRU-7")["weight"] = 2


def half_points_for_all(raw: dict[str, Any]) -> None:
    raw["points"]["met"] = "0.5"


def the_same_name_twice(raw: dict[str, Any]) -> None:
    find(raw, "MOT-2")["name"]["en"] = find(raw, "GRU-2")["name"]["en"].upper()


def name_with_a_code(raw: dict[str, Any]) -> None:
    find(raw, "MOT-2")["name"]["nn"] = "Som i MOT-1"


def name_as_long_as_a_sentence(raw: dict[str, Any]) -> None:
    find(raw, "MOT-2")["name"]["nb"] = find(raw, "MOT-2")["text"]["nb"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            asks_less_of_paadriver,
            "areas.FOR.criteria.FOR-5.requirements.padriver: choice asks less than",
        ),
        (
            threshold_falls_with_the_level,
            "areas.OPP.criteria.OPP-3.indicator.thresholds.padriver: asks less",
        ),
        (result_without_threshold, "areas.REK.criteria.REK-1.requirements.padriver: a result needs a threshold"),
        (share_above_one, "areas.OPP.criteria.OPP-3.indicator.thresholds.padriver: 60 is out of range"),
        (criterion_in_the_wrong_area, "areas.MOT.criteria.REK-9: stands in the area MOT"),
        (the_same_name_twice, "areas.MOT.criteria.MOT-2.name.en: is the name of GRU-2 too"),
        (name_with_a_code, "areas.MOT.criteria.MOT-2.name.nn: holds a code"),
        (name_as_long_as_a_sentence, "areas.MOT.criteria.MOT-2.name.nb: is longer than 40 letters"),
        (the_same_id_twice, "criteria: the id MOT-1 is used more than once"),
        (
            condition_that_is_no_answer,
            "areas.GRU.criteria.GRU-5.applies_when.sector: True is not an answer",
        ),
        (question_not_asked, "profile: the question trade is not asked"),
        (option_missing, "profile.size: options must be"),
        (finding_without_meaning, "findings: major must have 1 meaning(s), has 0"),
        (no_gate, "areas: none of them is the gate"),
        (level_below_itself, "levels.padriver: requires inkluderende, which is not a level above it in the list"),
        (
            weight_without_points,
            "areas.GRU.criteria.GRU-7.weight: must be 0 for what does not count",
        ),
        (half_points_for_all, "points: not_met must give 0 and met 1"),
    ],
)
def test_parts_that_do_not_fit_together_are_told(spoil: Break, said: str) -> None:
    raw = json.loads(canonical_json(edition()))
    spoil(raw)
    with pytest.raises(FileWrong) as refused:
        edition_from_json(json.dumps(raw))
    assert said in refused.value.problems or any(problem.startswith(said) for problem in refused.value.problems)


def test_text_that_is_no_json_is_refused() -> None:
    with pytest.raises(FileWrong):
        edition_from_json("{")
