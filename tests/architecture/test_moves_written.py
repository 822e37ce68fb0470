"""No code sets a state past `ground.moves.move`, also where no test runs it: scripts, migrations, the demo."""

import ast
import re
from pathlib import Path

import pytest

from config import ROOT
from ground.moves import PAST_MOVE, first_state
from tests.support.moves import STATES, kinds_with_a_state

WRITTEN_IN = ("ground", "register", "certification", "matching", "app", "scripts", "migrations")
NAMES = {kind.state_name for kind in kinds_with_a_state()}
SENDING = {"values", "ordered_values", "update", "execute", "executemany", "exec_driver_sql"}
BULK = {"bulk_save_objects", "bulk_update_mappings", "bulk_insert_mappings"}
PAST_ATTRIBUTES = {"flag_modified", "set_attribute", "set_committed_value"}
IN_TEXT = re.compile(
    rf"\bUPDATE\s+\W?({'|'.join(STATES)})\b.*\bSET\b.*\b({'|'.join(NAMES)})\b\W*=", re.IGNORECASE | re.DOTALL
)

ALLOWED: dict[str, str] = {
    "ground/reading.py": "`values` of a data file",
    "matching/law/advert_words.py": "`values` of a data file",
    "migrations/versions/0005_composed_names.py": "the column is one of the names that the migration composes",
}
"""Files with something that looks like it, and why it is none. A migration that must set states has its reason here."""


def files() -> list[Path]:
    """All code but the tests."""
    return [file for folder in WRITTEN_IN for file in (ROOT / folder).rglob("*.py")] + list(ROOT.glob("*.py"))


def states_written(source: str) -> list[int]:
    """The lines where a state is given to a statement, or where it cannot be read whether one is."""
    return sorted({found.lineno for found in ast.walk(ast.parse(source)) if _writes_a_state(found)})  # type: ignore[attr-defined]


def _writes_a_state(found: ast.AST) -> bool:
    match found:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=given, keywords=named):
            return (
                name in BULK
                or (name in {"values", "ordered_values"} and not _can_be_read(given, named))
                or (name in SENDING and any(_names_a_state(part) for part in ast.walk(found)))
                or (name in PAST_ATTRIBUTES and any(_is_a_name(one) for one in given))
            )
        case ast.Attribute(attr="__dict__"):
            return True
        case ast.Subscript(value=ast.Call(func=ast.Name(id="vars")), ctx=ast.Store()):
            return True
        case ast.Constant(str(words)):
            return IN_TEXT.search(words) is not None
    return False


def _can_be_read(given: list[ast.expr], named: list[ast.keyword]) -> bool:
    """Whether all that is given to a statement has its name there."""
    keys = [key for one in given if isinstance(one, ast.Dict) for key in one.keys]
    return (
        all(isinstance(one, ast.Dict) for one in given)
        and all(isinstance(key, ast.Constant | ast.Attribute) for key in keys)
        and all(one.arg for one in named)
    )


def _names_a_state(part: ast.AST) -> bool:
    match part:
        case ast.keyword(arg=name):
            return name in NAMES
        case ast.Dict(keys=keys):
            return any(_is_a_name(key) or (isinstance(key, ast.Attribute) and key.attr in NAMES) for key in keys if key)
    return False


def _is_a_name(one: ast.AST) -> bool:
    return isinstance(one, ast.Constant) and one.value in NAMES


@pytest.mark.parametrize(
    "bad",
    [
        "session.execute(update(Placement).values(state=PlacementState.ENDED))",
        'update(Placement).values({"state": "ended"})',
        "update(Organisation).values(verification=Verification.VERIFIED)",
        "update(Placement).values(changes)",
        "update(Placement).values(**changes)",
        "update(Placement).values({name: value})",
        "update(Placement).ordered_values((Placement.state, PlacementState.ENDED))",
        "session.query(Placement).update({Placement.state: PlacementState.ENDED})",
        'session.execute(update(Placement), [{"id": one, "state": "ended"}])',
        "session.execute(text(\"UPDATE placement SET state = 'ended'\"))",
        'END_ALL = """\n    UPDATE placement\n    SET ended_on = NULL, state = \'ended\'\n"""',
        "op.execute(\"update criteria_edition set status = 'withdrawn'\")",
        "session.bulk_save_objects(placements)",
        "session.bulk_update_mappings(Placement, rows)",
        "placement.__dict__.update(changes)",
        'vars(placement)["state"] = PlacementState.ENDED',
        'flag_modified(placement, "state")',
    ],
)
def test_a_state_in_a_statement_is_seen(bad: str) -> None:
    assert states_written(bad)


def test_no_statement_sets_a_state() -> None:
    found = {
        str(file.relative_to(ROOT)): lines
        for file in files()
        if (lines := states_written(file.read_text(encoding="utf-8")))
    }
    assert {name: lines for name, lines in found.items() if name not in ALLOWED} == {}
    assert found.keys() >= ALLOWED.keys(), "the list only shrinks"


def test_only_the_demo_as_it_was_goes_past_move() -> None:
    sources = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files()}
    past = {name for name, source in sources.items() if "PAST_MOVE" in source or f'"{PAST_MOVE}"' in source}
    assert past == {"ground/moves.py", "app/demo/loading/snapshot.py"}


# What goes nowhere

NOT_YET = {
    "assessment.lapsed": "after how many months without activity, and after which warnings, is still to be decided",
    "criteria_edition.withdrawn": "who may withdraw an edition that was in use, is still to be decided",
    "opening.paused": "what hides a place for a while, is still to be decided",
}
"""States that have their place in a table and that no act goes to, as the table says. The list only shrinks."""


def aimed_at(source: str) -> set[tuple[str, str]]:
    """The states that are named in a file that moves things, but for those that are only compared with."""
    tree = ast.parse(source)
    moving = {"move", "go_on"}
    if not any(isinstance(one, ast.Call) and _called(one) in moving for one in ast.walk(tree)):
        return set()
    asked = {id(part) for one in ast.walk(tree) if isinstance(one, ast.Compare) for part in ast.walk(one)}
    return {
        (one.value.id, one.attr)
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and id(one) not in asked
    }


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def test_what_is_only_compared_with_is_not_aimed_at() -> None:
    assert aimed_at("if case.state in (S.LAPSED,): move(act, case, S.ANSWERING)") == {("S", "ANSWERING")}
    assert aimed_at("TONES = {S.LAPSED: 'neutral'}") == set()


def test_every_state_is_reached_by_an_act_or_said_not_to_be() -> None:
    aims = set().union(*(aimed_at(file.read_text(encoding="utf-8")) for file in files()))
    reached_by_none = {
        f"{table}.{state.value}"
        for table, kind in STATES.items()
        for state in kind.transitions.ways
        if state is not first_state(kind) and (type(state).__name__, state.name) not in aims
    }
    assert reached_by_none == NOT_YET.keys()
