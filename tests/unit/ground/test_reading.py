"""Data files are read strictly: what is wrong in one is told with its line."""

from pathlib import Path

import pytest

from ground.reading import FileWrong, read_values
from matching.law.young_workers import rules
from matching.law.young_workers.rules import YoungWorkerRules

LAW = Path(rules.__file__).with_suffix(".yaml")


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
        ("  lowest: 13", '  lowest: "13"', "line 9: ages.lowest: Input should be a valid integer"),
        ("  lowest: 13", "  lowest: 13.0", "line 9: ages.lowest: Input should be a valid integer"),
        ("employers: true", 'employers: "yes"', "employers: Input should be a valid boolean"),
        ("2013-01-01", "2013-13-01", "line 5: in_force_from: Input should be a valid date"),
        ('"20:00"', "20:00", "write clock times in quotes"),
        ('"20:00"', '"20"', "write clock times in quotes"),
        ('"20:00"', '"ab:cd"', "write clock times in quotes"),
        ('"20:00"', '"20:75"', "write clock times in quotes"),
        ('"20:00"', '"24:30"', "Input should be less than or equal to 1440"),
    ],
)
def test_what_is_given_twice_unknown_missing_or_of_another_type_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    told = spoilt(tmp_path, old, new)
    assert said in told
    assert str(tmp_path / "rules.yaml") in told
    assert "line " in told


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_bytes("version: «2026»\n".encode("latin-1"))
    with pytest.raises(FileWrong, match=r"rules\.yaml.*\n.*utf-8"):
        read_values(file, YoungWorkerRules)
