"""The weights are data: no part gives more than its most, and no number changes without being seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ground.reading import FileWrong, read_values
from matching.matches.score import BEST, MAXIMUM, score_weights
from matching.matches.score.weights import Weights


def places(said: dict[str, Any], *above: str) -> Iterator[tuple[str, ...]]:
    """Where each number stands."""
    for name, value in said.items():
        yield from places(value, *above, name) if isinstance(value, dict) else [(*above, name)]


def test_the_parts_add_up_to_a_thousand() -> None:
    assert sum(MAXIMUM.values()) == BEST == 1000


@pytest.mark.parametrize("place", list(places(score_weights().model_dump())), ids=".".join)
def test_a_changed_weight_changes_the_fingerprint(place: tuple[str, ...]) -> None:
    said = score_weights().model_dump()
    inside = said
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = "2027.1" if place == ("version",) else _another(inside[place[-1]])
    assert Weights.model_validate(said).fingerprint != score_weights().fingerprint


def _another(number: int) -> int:
    return number - 1 if number else 1


def test_the_fingerprint_is_of_what_the_weights_say_not_of_how_the_file_is_written(tmp_path: Path) -> None:
    copy = tmp_path / "weights.yaml"
    copy.write_text(yaml.safe_dump(score_weights().model_dump(), sort_keys=True), "utf-8")
    assert read_values(copy, Weights).fingerprint == score_weights().fingerprint


def test_a_part_that_gives_more_than_its_most_is_refused(tmp_path: Path) -> None:
    said = score_weights().model_dump()
    said["hours"]["partly"] = said["hours"]["full"] + 1
    spoilt = tmp_path / "weights.yaml"
    spoilt.write_text(yaml.safe_dump(said), "utf-8")
    with pytest.raises(FileWrong, match="hours"):
        read_values(spoilt, Weights)
