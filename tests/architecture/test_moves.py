"""A state changes by `ground.moves.move` alone, which asks the table and writes it down."""

import ast
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import DeclarativeBase

from app.models import load
from config import ROOT
from ground.base import Base
from ground.moves import Stateful, StateSetByHand

FLOORS = ("ground", "register", "certification", "matching", "app")
load()


def with_a_state() -> list[type[DeclarativeBase]]:
    kinds = (mapper.class_ for mapper in Base.registry.mappers)
    return sorted((kind for kind in kinds if issubclass(kind, Stateful)), key=lambda kind: kind.__name__)


def some_state(kind: type[Any]) -> StrEnum:
    found: StrEnum = next(iter(kind.transitions.ways))
    return found


def test_every_thing_with_a_state_has_its_table() -> None:
    kinds = with_a_state()
    assert {"Assessment", "AuthorityRequest", "FollowUp", "Opening", "Placement", "Proposal"} <= {
        kind.__name__ for kind in kinds
    }
    for kind in kinds:
        assert issubclass(kind, Stateful), kind
        assert set(kind.transitions.ways) == set(kind.__table__.c[kind.state_name].type.enum_class), kind


def by_constructor(kind: type[Any], state: StrEnum) -> None:
    kind(**{kind.state_name: state})


def by_setattr(kind: type[Any], state: StrEnum) -> None:
    for name in [kind.state_name]:  # as a loop over the fields of a form would
        setattr(kind(), name, state)


@pytest.mark.parametrize("way", [by_constructor, by_setattr])
@pytest.mark.parametrize("kind", with_a_state())
def test_nothing_else_sets_a_state(kind: type[Any], way: Callable[[type[Any], StrEnum], None]) -> None:
    with pytest.raises(StateSetByHand):
        way(kind, some_state(kind))


def states_written_in_sql(source: str) -> list[int]:
    """The lines where a state is given to a statement: `values(state=…)`, `update({"state": …})`, a dict in a list."""
    return [
        found.lineno
        for found in ast.walk(ast.parse(source))
        if isinstance(found, ast.Call)
        and isinstance(found.func, ast.Attribute)
        and found.func.attr in {"values", "update", "bulk_update_mappings", "bulk_insert_mappings", "execute"}
        and any(_names_a_state(part) for part in ast.walk(found))
    ]


def _names_a_state(part: ast.AST) -> bool:
    match part:
        case ast.keyword(arg="state"):
            return True
        case ast.Dict(keys=keys):
            return any(
                (isinstance(key, ast.Constant) and key.value == "state")
                or (isinstance(key, ast.Attribute) and key.attr == "state")
                for key in keys
            )
        case ast.Constant(str(text)):
            return "UPDATE " in text and "state" in text
    return False


@pytest.mark.parametrize(
    "bad",
    [
        "session.execute(update(Placement).values(state=PlacementState.ENDED))",
        'update(Placement).values({"state": "ended"})',
        "session.query(Placement).update({Placement.state: PlacementState.ENDED})",
        'session.execute(update(Placement), [{"id": one, "state": "ended"}])',
        "session.execute(text(\"UPDATE placement SET state = 'ended'\"))",
    ],
)
def test_a_state_in_a_statement_is_seen(bad: str) -> None:
    assert states_written_in_sql(bad)


def test_no_statement_sets_a_state() -> None:
    found = {
        f"{file.relative_to(ROOT)}:{line}"
        for floor in FLOORS
        for file in Path(ROOT / floor).rglob("*.py")
        for line in states_written_in_sql(file.read_text(encoding="utf-8"))
    }
    assert found == set()
