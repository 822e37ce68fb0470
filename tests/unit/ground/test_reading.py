"""Data files are read strictly: what is wrong in one is told with its line."""

from pathlib import Path

import pytest

from ground.reading import FileWrong, read_values
from matching.law.young_workers import rules
from matching.law.young_workers.rules import YoungWorkerRules

LAW = Path(rules.__file__).with_suffix(".yaml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("youth:", "child:", "line {line}: the key child stands twice"),
        ("child_below: 15", "highest: 18\n  child_below: 15", "line {line}: ages.highest: Extra inputs"),
        ("ages:\n  lowest: 13", "ages:\n  least: 13", "line {line}: ages.lowest: Field required"),
        ("lowest: 13", 'lowest: "13"', "line {line}: ages.lowest: Input should be a valid integer"),
        ("lowest: 13", "lowest: 13.0", "line {line}: ages.lowest: Input should be a valid integer"),
        (
            "employers: true",
            'employers: "yes"',
            "line {line}: bands.child.hours_summed_over_employers: Input",
        ),
        ("2013-01-01", "2013-13-01", "line {line}: in_force_from: Input should be a valid date"),
        ('"20:00"', "20:00", "line {line}: bands.child.forbidden_clock.from: Value error, write clock times in quotes"),
        ('"20:00"', '"20"', "line {line}: bands.child.forbidden_clock.from: Value error, write clock times in quotes"),
        ('"20:00"', '"ab:cd"', "write clock times in quotes"),
        ('"20:00"', '"20:75"', "write clock times in quotes"),
        ('"20:00"', '"24:30"', "Input should be less than or equal to 1440"),
    ],
)
def test_what_is_given_twice_unknown_missing_or_of_another_type_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = tmp_path / "rules.yaml"
    before, _, after = LAW.read_text("utf-8").partition(old)
    file.write_text(before + new + after, "utf-8")
    with pytest.raises(FileWrong) as wrong:
        read_values(file, YoungWorkerRules)
    told = str(wrong.value)
    assert str(file) in told
    assert said.format(line=before.count("\n") + 1) in told


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_bytes("version: «2026»\n".encode("latin-1"))
    with pytest.raises(FileWrong, match=r"rules\.yaml.*\n.*utf-8"):
        read_values(file, YoungWorkerRules)
