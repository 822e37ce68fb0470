"""Data files in YAML, read strictly: what is unknown, missing, given twice or of another type is told with its line."""

import json
import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BeforeValidator, Field, ValidationError

from ground.dates import MINUTES_IN_DAY
from ground.values import Frozen

Model = TypeVar("Model", bound=Frozen)
Location = tuple[int | str, ...]
"""The way to a place in a file, from its top: keys, and positions in lists."""

_CLOCK = re.compile(r"([01]\d|2[0-4]):[0-5]\d")


@dataclass
class FileWrong(Exception):
    """A data file cannot be read or does not hold what it must; each problem says where."""

    source: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        lines = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.source}: {len(self.problems)} problem(s)\n{lines}"


class _StrictLoader(yaml.CSafeLoader):
    """The safe loader, but a key that stands twice is an error instead of a silent loss, and a date stays text.

    So what is read is what JSON can hold too, and the model alone decides what is a date.
    """

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }

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


class DataFile:
    """A file as it was read: its content, and where in it each thing stands. Raises FileWrong if it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            loader = _StrictLoader(path.read_text("utf-8"))
            root = loader.get_single_node()
            content = loader.construct_document(root) if root is not None else None
        except (OSError, ValueError, yaml.YAMLError) as error:  # text that is not UTF-8 is a ValueError
            raise FileWrong(str(path), (str(error),)) from error
        if root is None or not isinstance(content, dict):
            raise FileWrong(str(path), ("the file must hold a mapping",))
        self.content: dict[str, Any] = content
        self._root: yaml.Node = root

    def values(self, model: type[Model]) -> Model:
        """What the file holds, as a `model`. Raises FileWrong."""
        return checked(self.content, model, str(self.path), self.place)

    def wrong(self, location: Location, said: str) -> FileWrong:
        """What is said about one place in the file, as an error."""
        return FileWrong(str(self.path), (f"{self.place(location)}: {said}",))

    def place(self, location: Location) -> str:
        """The line of a location, and the location in words."""
        return f"line {self.line(location)}: {'.'.join(map(str, location))}"

    def line(self, location: Location) -> int:
        """The line of a location, where an item of a list may be named by its id.

        Of something that is missing it is the line of what it is missing in.
        """
        start = node = self._root
        for step in location:
            found = _inside(node, step)
            if found is None:
                break
            start, node = found
        return int(start.start_mark.line) + 1


def read_values(path: Path, model: type[Model]) -> Model:
    """The YAML file as a `model`; JSON is YAML too. Raises FileWrong."""
    return DataFile(path).values(model)


def checked(
    content: object, model: type[Model], source: str, place: Callable[[Location], str], known: tuple[str, ...] = ()
) -> Model:
    """The content as a `model`, without turning text into numbers or numbers into yes and no.

    Raises FileWrong for what does not fit and for what is `known` to be wrong already. It goes through JSON, since
    pydantic's strict mode knows dates, codes and sets by their JSON alone.
    """
    try:
        value = model.model_validate_json(json.dumps(content), strict=True)
    except ValidationError as error:
        told = (f"{place(one['loc'])}: {one['msg']}" for one in error.errors())
        raise FileWrong(source, (*told, *known)) from error
    if known:
        raise FileWrong(source, known)
    return value


def _inside(node: yaml.Node, step: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    """Where a part of the node begins, and the part."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode):
        return next(((item, item) for n, item in enumerate(node.value) if step in (n, str(n), _id_of(item))), None)
    return None


def _id_of(node: yaml.Node) -> str | None:
    named = _inside(node, "id") if isinstance(node, yaml.MappingNode) else None
    return str(named[1].value) if named else None


def _minutes_from_clock(value: object) -> int:
    """Turn "20:00" into 1200; "24:00" is the end of the day. YAML reads an unquoted 20:00 as a number."""
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError("write clock times in quotes, as 'HH:MM'")
    hours, minutes = value.split(":")
    return int(hours) * 60 + int(minutes)


Clock = Annotated[int, BeforeValidator(_minutes_from_clock), Field(ge=0, le=MINUTES_IN_DAY)]
"""A time of day in minutes after midnight, written "HH:MM" in the file."""
