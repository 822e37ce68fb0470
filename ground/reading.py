"""Data files in YAML, read strictly: what is given twice, unknown or missing is told with its file and line."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BeforeValidator, Field, ValidationError

from ground.dates import MINUTES_IN_DAY
from ground.values import Frozen

Model = TypeVar("Model", bound=Frozen)


@dataclass
class FileWrong(Exception):
    """A data file cannot be read or does not hold what it must; each problem says where."""

    source: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        lines = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.source}: {len(self.problems)} problem(s)\n{lines}"


class _StrictLoader(yaml.CSafeLoader):
    """The safe loader, but a key that stands twice is an error instead of a silent loss."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key: Hashable = self.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise yaml.YAMLError(f"line {line}: the key {key!r} is not text; quote it")
            if key in seen:
                raise yaml.YAMLError(f"line {line}: the key {key} stands twice")
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def read_mapping(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises FileWrong."""
    return _read(path)[0]


def read_values(path: Path, model: type[Model]) -> Model:
    """The YAML file as a `model`. Raises FileWrong."""
    content, root = _read(path)
    try:
        return model.model_validate(content)
    except ValidationError as error:
        told = (
            f"line {_line(root, one['loc'])}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()
        )
        raise FileWrong(str(path), tuple(told)) from error


def _read(path: Path) -> tuple[dict[str, Any], yaml.Node]:
    """What the file holds, and where in it each thing stands."""
    try:
        loader = _StrictLoader(path.read_text("utf-8"))
        root = loader.get_single_node()
        content = loader.construct_document(root) if root is not None else None
    except (OSError, yaml.YAMLError) as error:
        raise FileWrong(str(path), (str(error),)) from error
    if root is None or not isinstance(content, dict):
        raise FileWrong(str(path), ("the file must hold a mapping",))
    return content, root


def _line(node: yaml.Node, location: tuple[int | str, ...]) -> int:
    """The line of a place in the file; of something that is missing, the line of what it is missing in."""
    line = node.start_mark.line + 1
    for step in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _minutes_from_clock(value: object) -> object:
    """Turn "20:00" into 1200; "24:00" is the end of the day. YAML reads an unquoted 20:00 as a number."""
    if not isinstance(value, str):
        raise ValueError("write clock times in quotes, as 'HH:MM'")
    hours, _, minutes = value.partition(":")
    return int(hours) * 60 + int(minutes)


Clock = Annotated[int, BeforeValidator(_minutes_from_clock), Field(ge=0, le=MINUTES_IN_DAY)]
"""A time of day in minutes after midnight, written "HH:MM" in the file."""
