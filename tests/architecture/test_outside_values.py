"""What comes from outside goes one way: through the forms of the house, or functions of the kernel that know it."""

import ast
from collections.abc import Iterator

import pytest

from config import ROOT

MANY = {"args", "form", "values", "view_args", "headers", "cookies", "json"}
"""What a request holds by names that whoever sends it has chosen."""
ALLOWED = {
    "app/kernel/addresses.py": {"splat"},  # the values of an address that has led to a page of ours
    "app/kernel/forms/base.py": {"form"},  # the one base of all forms
}


def faults(tree: ast.AST) -> Iterator[str]:
    """What is done with outside values past the house, each by one word."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("wtforms", "flask_wtf")):
            names = {one.name for one in node.names}
            yield from (
                ["optional"] if names & {"Optional", "InputRequired", "DataRequired", "Length", "Email"} else []
            )
            yield from (["form"] if names & {"Form", "FlaskForm", "BaseForm"} else [])
        elif isinstance(node, ast.Attribute) and node.attr in {"get_json", "json"} and _is_request(node.value):
            yield "json"


def _of_call(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg is None and any(_of_request(one) for one in ast.walk(keyword.value)):
            yield "splat"
        if keyword.arg == "type" and isinstance(call.func, ast.Attribute) and _of_request(call.func.value):
            yield "number"
        if keyword.arg == "_external":
            yield "external"
    reads = isinstance(call.func, ast.Name) and call.func.id in {"int", "float"}
    if reads and any(_of_request(one) or _is_data(one) for one in ast.walk(call)):
        yield "number"


def _is_request(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "request"


def _of_request(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in MANY and _is_request(node.value)


def _is_data(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {"data", "raw_data"}


def test_the_web_takes_what_comes_from_outside_in_one_way() -> None:
    wrong = {}
    for file in sorted((ROOT / "app").rglob("*.py")):
        name = str(file.relative_to(ROOT))
        found = set(faults(ast.parse(file.read_text(encoding="utf-8")))) - ALLOWED.get(name, set())
        if found:
            wrong[name] = found
    assert wrong == {}


def test_no_template_does_so_either() -> None:
    wrong = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / "app").rglob("*.html"))
        if any(word in file.read_text(encoding="utf-8") for word in ("request.args", "request.form", "_external"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("url_for('county.jobs_csv', **request.args)", "splat"),
        ("url_for(page, **{**request.args.to_dict(), 'side': 2})", "splat"),
        ("request.args.get('side', 1, type=int)", "number"),
        ("int(request.form['version'])", "number"),
        ("int(self.version.data or 0)", "number"),
        ("from wtforms.validators import NumberRange, Optional", "optional"),
        ("from wtforms import Form as PlainForm", "form"),
        ("from flask_wtf import FlaskForm", "form"),
        ("url_for('public.front', _external=True)", "external"),
        ("request.get_json()", "json"),
    ],
)
def test_the_check_sees_known_bad_examples(code: str, fault: str) -> None:
    assert fault in set(faults(ast.parse(code)))


def test_every_exception_is_needed() -> None:
    for name, allowed in ALLOWED.items():
        assert set(faults(ast.parse((ROOT / name).read_text(encoding="utf-8")))) >= allowed, name
