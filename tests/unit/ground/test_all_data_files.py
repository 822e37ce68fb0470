"""Every data file of the product is read strictly when the house is opened: a mistake in one stops the start."""

import importlib
import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from ground.reading import FileWrong
from ground.values import Frozen

ROOT = Path(__file__).parents[3]
FLOORS = ("app", "matching", "certification", "register", "ground")

# Each data file, and the module that reads it when it is imported.
READERS = {
    "app/demo/data/employers.yaml": "app/demo/fiction.py",
    "app/demo/data/openings.yaml": "app/demo/fiction.py",
    "app/demo/data/people.yaml": "app/demo/fiction.py",
    "certification/criteria/editions/2026.1/criteria.yaml": "certification/criteria/editions/loader.py",
    "certification/criteria/editions/2026.1/texts.en.yaml": "certification/criteria/editions/loader.py",
    "certification/criteria/editions/2026.1/texts.nn.yaml": "certification/criteria/editions/loader.py",
    "matching/catalogue/occupations.yaml": "matching/catalogue/occupations.py",
    "matching/catalogue/skills.yaml": "matching/catalogue/skills.py",
    "matching/law/advert_words.yaml": "matching/law/advert_words.py",
    "matching/law/age_gates.yaml": "matching/law/age_gates.py",
    "matching/law/nav_schemes.yaml": "matching/law/nav_schemes.py",
    "matching/law/young_workers/rules.yaml": "matching/law/young_workers/rules.py",
    "matching/matches/score/weights.yaml": "matching/matches/score/weights.py",
    "register/organisations/akershus.json": "register/organisations/municipalities.py",
    "register/organisations/industries.yaml": "register/organisations/industries.py",
}

# What few entries have; all else must be written, limits of the law even where there is none.
MAY_BE_LEFT_OUT = {
    "Criterion": {"name",
        "counts_in_score", "applies_when", "asked_from", "not_applicable", "visibility", "legal_basis", "indicator",
        "minimum_group", "first_time_plan", "auto", "minimum_actions", "adaptations", "guidance_by_size",
    },
    "Employer": {"offers", "case", "belongs_to_county", "refusal"},
    "Part": {"workplaces", "parts"},
    "Skill": {"valid_years", "learnable", "includes", "scale", "level"},
    "Template": {"police"},
}  # fmt: skip

# Their keys are names that the file gives, so one more or one less is no mistake in them.
NAMES = frozenset({"templates", "requirements"})
# Numbers that may be text, as they are where an edition is stored.
AMOUNTS = frozenset({"points", "thresholds"})

Spoil = Callable[[str], Iterator[str]]


def test_every_data_file_has_a_reader() -> None:
    suffixes = {".csv", ".json", ".toml", ".yaml", ".yml"}
    found = {path for floor in FLOORS for path in (ROOT / floor).rglob("*") if path.suffix in suffixes}
    built = ROOT / "app/static/dist"
    assert {path.relative_to(ROOT).as_posix() for path in found if built not in path.parents} == set(READERS)


def test_only_what_few_entries_have_may_be_left_out() -> None:
    for reader in set(READERS.values()):
        importlib.import_module(reader.removesuffix(".py").replace("/", "."))
    optional = {
        model.__name__: {name for name, field in model.model_fields.items() if not field.is_required()}
        for model in Frozen.__subclasses__()
        if model.__module__.split(".")[0] in FLOORS
    }
    assert {name: fields for name, fields in optional.items() if fields} == MAY_BE_LEFT_OUT


def inside(node: yaml.Node) -> Iterator[yaml.Node]:
    """What the node holds; for a table of names, what stands under the names."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in NAMES:
                yield from inside(value)
            elif key.value not in AMOUNTS:
                yield value


def levels(text: str) -> Iterator[list[yaml.Node]]:
    """The nodes of the file, level by level."""
    level: list[yaml.Node] = [yaml.compose(text, yaml.SafeLoader)]
    while level:
        yield level
        level = [child for node in level for child in inside(node)]


def keys(text: str) -> Iterator[tuple[yaml.MappingNode, list[yaml.Node]]]:
    """On each level the last mapping, with its keys."""
    for level in levels(text):
        mappings = [node for node in level if isinstance(node, yaml.MappingNode) and node.value]
        if mappings:
            yield mappings[-1], [key for key, _ in mappings[-1].value]


def with_key(text: str, node: yaml.MappingNode, key: str) -> str:
    """The file with `key: 1` before the first key of the mapping."""
    at = node.value[0][0].start_mark
    separator = ", " if node.flow_style else "\n" + " " * at.column
    return f"{text[: at.index]}{key}: 1{separator}{text[at.index :]}"


def unknown_key(text: str) -> Iterator[str]:
    for node, _ in keys(text):
        yield with_key(text, node, '"unheard of"')


def missing_key(text: str) -> Iterator[str]:
    for _, found in keys(text):
        if len(found) > 1:
            yield text[: found[0].start_mark.index] + text[found[1].start_mark.index :]


def key_twice(text: str) -> Iterator[str]:
    for node, found in keys(text):
        yield with_key(text, node, f'"{found[0].value}"')


def another_type(text: str) -> Iterator[str]:
    """On each level the last number becomes text, and the last text a number."""
    for level in levels(text):
        for tag in ("int", "float", "str"):
            scalars = [node for node in level if node.tag == f"tag:yaml.org,2002:{tag}"]
            if scalars:
                start, end = scalars[-1].start_mark.index, scalars[-1].end_mark.index
                yield text[:start] + ("7" if tag == "str" else f'"{text[start:end]}"') + text[end:]


@pytest.fixture
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the data file that a test may spoil, and of its reader."""
    file: str = request.getfixturevalue("file")
    folder = Path(READERS[file]).parent
    shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / file, tmp_path / READERS[file]


@pytest.mark.parametrize("spoil", [unknown_key, missing_key, key_twice, another_type], ids=lambda one: one.__name__)
@pytest.mark.parametrize("file", READERS)
def test_a_mistake_in_a_data_file_stops_the_start(file: str, spoil: Spoil, copy: tuple[Path, Path]) -> None:
    data, reader = copy
    spoilt = list(spoil(data.read_text("utf-8")))
    assert spoilt
    for text in spoilt:
        data.write_text(text, "utf-8")
        with pytest.raises(FileWrong) as wrong:
            runpy.run_path(str(reader))
        assert re.search(rf"{re.escape(data.name)}\b.*\bline \d+", str(wrong.value), re.DOTALL), file


@pytest.mark.parametrize("file", READERS)
def test_a_data_file_that_is_not_utf_8_stops_the_start(file: str, copy: tuple[Path, Path]) -> None:
    data, reader = copy
    runpy.run_path(str(reader))
    data.write_bytes("# blåbær\n".encode("latin-1") + data.read_bytes())
    with pytest.raises(FileWrong, match=re.escape(data.name)):
        runpy.run_path(str(reader))
