"""What the rules refuse is told in one way: no page catches a domain error itself (app/kernel/errors/telling.py)."""

import ast
import builtins
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from config import ROOT
from ground import errors
from ground.errors import DomainError

PAGES = sorted(
    file
    for subject in (ROOT / "app").glob("*/subject.py")
    if subject.parent.name not in {"kernel", "demo"}  # where errors are told; where the demo plays its people
    for file in subject.parent.rglob("*.py")
)
SOMETHING_ELSE = {
    "app/sign_in/signing_in.py": "a link that cannot be used is a page of its own, with a status of its own",
}
BAD = """
try:
    save()
except KeyError:
    pass
except (KeyError, REFUSALS):
    pass
except errors.NotFound as error:
    pass
except Exception:
    pass
except:
    pass
"""


def caught(node: ast.expr | None, known: dict[str, Any]) -> Iterator[type[BaseException]]:
    """The classes that an `except` names, in a module that knows these names."""
    match node:
        case None:
            yield BaseException
        case ast.Tuple(elts=parts):
            for part in parts:
                yield from caught(part, known)
        case ast.Attribute(value=ast.Name(id=name), attr=attribute):
            yield getattr(known[name], attribute)
        case ast.Name(id=name):
            found = known[name] if name in known else getattr(builtins, name)
            yield from found if isinstance(found, tuple) else (found,)
        case _:
            raise AssertionError(f"line {node.lineno}: name what is caught")


def lines_that_catch(source: str, known: dict[str, Any]) -> list[int]:
    """Where a domain error is caught, by its own class or as some exception or other."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler)
        and any(issubclass(one, DomainError) or issubclass(DomainError, one) for one in caught(node.type, known))
    ]


def name_of(file: Path) -> str:
    """The file as seen from the root."""
    return file.relative_to(ROOT).as_posix()


def known_in(file: Path) -> dict[str, Any]:
    """What a module's names stand for."""
    return vars(import_module(".".join(file.relative_to(ROOT).with_suffix("").parts)))


def test_no_page_catches_what_the_rules_refuse() -> None:
    catching = {
        name_of(file): lines
        for file in PAGES
        if (lines := lines_that_catch(file.read_text(encoding="utf-8"), known_in(file)))
    }
    assert catching.keys() == SOMETHING_ELSE.keys(), catching


def test_a_page_that_did_would_be_found() -> None:
    assert lines_that_catch(BAD, {"REFUSALS": (DomainError,), "errors": errors}) == [6, 8, 10, 12]
