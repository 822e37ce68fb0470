"""Reads YAML strictly: no key twice, and no key or value that YAML took for a boolean by accident."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from certification.criteria.errors import EditionInvalid


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
    """The mapping in a YAML file; raises `EditionInvalid` with the line where it cannot be read."""
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_StrictLoader)  # noqa: S506  # a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise EditionInvalid(str(path), (str(error),)) from error
    if not isinstance(content, dict):
        raise EditionInvalid(str(path), ("the file must hold a mapping",))
    return content
