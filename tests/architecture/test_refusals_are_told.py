"""A page that does something goes one way: form → service → refused or done → flash → redirect.

What the rules refuse is told by `app/kernel/errors/telling.py`, where somebody waits for an answer. So no page catches,
ignores or cuts short by itself, and whatever a page lets a service do stands inside the `with` that tells the refusal;
the block leads on when it is done. (`tests/support/led_on.py` sees it from outside: what a form is answered with.)
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import ROOT

PAGES = sorted(
    file
    for subject in (ROOT / "app").glob("*/subject.py")
    if subject.parent.name not in {"kernel", "demo"}  # where errors are told; where the demo plays its people
    for file in subject.parent.rglob("*.py")
    if file.name != "jobs.py"  # nobody waits for its answer
)
TELLS = frozenset({"refusals_at", "refusals_of_edit", "refusals_flashed"})
LEADS_ON = frozenset({"redirect", "done_once", "let_in"})

NEVER_REFUSED = {
    "confirm_address": "notes what the person has said, twice the same",
    "end_all_sessions": "ends what there is",
    "end_other_sessions": "ends what there is",
    "throw_away": "forgets what there is",
    "send_link": "the answer is the same whether or not the address is known",
    "ask_for_call": "one that waits already is enough",
    "ask_for_link": "the answer is the same whether or not the address is known",
    "close_all": "closes what there is",
    "is_own_telephone": "makes the telephone known that the page has asked about",
    "read_events": "marks what was shown as read",
    "send_own_link": "the answer is the same whether or not one is sent",
    "stop_reset": "says itself whether there was anything to stop",
    "entry": "writes down that something was fetched",
    "listing": "writes down which list was shown",
    "reads": "writes down a look",
    "reads_of_list": "writes down looks",
}
"""Services that write and have nothing to refuse, with why."""
SOMETHING_ELSE = {
    ("app/cases/county/forms.py", "try"): "reads a word of a filter in an address",
    ("app/health/checks.py", "try"): "asks whether the database answers",
    ("app/health/security_txt.py", "abort"): "a page that the settings leave out is missing",
    ("app/proposals/employer/answers.py", "abort"): "a value that no button of ours sends is a broken request",
    ("app/sign_in/signing_in.py", "page"): "who is about to sign in is shown where a link is read, not used",
    ("app/organisations/employer/registration.py", "page"): "the answer of Enhetsregisteret is shown, nothing is done",
}
"""What a page does in its own way, with why."""


def faults(tree: ast.Module) -> Iterator[str]:
    """What the pages of a module do past the one way, each by one word."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Try):
            yield "try"
        if isinstance(node, ast.Call) and _name(node) in {"suppress", "abort"}:
            yield str(_name(node))
        if isinstance(node, ast.With) and _tells(node):
            yield from ("page" for inner in ast.walk(node) if isinstance(inner, ast.Return) and not _leads_on(inner))
    yield from (f"untold {service}" for service in untold(tree))


def untold(tree: ast.Module) -> set[str]:
    """The services that are called without anybody there to tell what they refuse.

    A function that is only called inside such a `with` may call them as it likes.
    """
    functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    told = {name for name in functions if _only_called_where_told(name, functions)}
    return {
        service
        for name, function in functions.items()
        if name not in told
        for service in _acts_outside(function)
        if service not in NEVER_REFUSED
    }


def _only_called_where_told(name: str, functions: dict[str, ast.FunctionDef]) -> bool:
    calls = [call for one in functions.values() for call in _calls(one) if _name(call) == name]
    outside = [call for one in functions.values() for call in _calls(one, told=False) if _name(call) == name]
    return bool(calls) and not outside


def _acts_outside(function: ast.FunctionDef) -> Iterator[str]:
    for call in _calls(function, told=False):
        if any(isinstance(one, ast.Call) and _name(one) == "act" for one in call.args):
            yield str(_name(call))


def _calls(node: ast.AST, *, told: bool = True) -> Iterator[ast.Call]:
    """The calls in a function; without those inside a `with` that tells, where `told` is false."""
    if isinstance(node, ast.Call):
        yield node
    if isinstance(node, ast.With) and _tells(node) and not told:
        return
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, told=told)


def _tells(node: ast.With) -> bool:
    return any(isinstance(one.context_expr, ast.Call) and _name(one.context_expr) in TELLS for one in node.items)


def _leads_on(node: ast.Return) -> bool:
    """A redirect, or a value for the rest of the page."""
    values = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
    return all(not isinstance(one, ast.Call) or _name(one) in LEADS_ON for one in values)


def _name(call: ast.Call) -> str | None:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return None


def name_of(file: Path) -> str:
    """The file as seen from the root."""
    return file.relative_to(ROOT).as_posix()


def all_faults() -> set[tuple[str, str]]:
    """What all pages do past the one way."""
    return {(name_of(file), fault) for file in PAGES for fault in faults(ast.parse(file.read_text(encoding="utf-8")))}


def test_every_page_that_does_something_goes_the_one_way() -> None:
    assert all_faults() - SOMETHING_ELSE.keys() == set()


def test_every_exception_is_needed() -> None:
    assert SOMETHING_ELSE.keys() - all_faults() == set()
    text = "".join(file.read_text(encoding="utf-8") for file in PAGES)
    assert {name for name in NEVER_REFUSED if f"{name}(" not in text} == set()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("try:\n    save()\nexcept NotEditable:\n    pass", "try"),
        ("with suppress(NotFound), refusals_flashed():\n    save()", "suppress"),
        ("def page():\n    abort(409)", "abort"),
        ("def page():\n    service.close(act(), thing=thing)\n    return redirect(there)", "untold close"),
        ("def page():\n    with refusals_at(form):\n        pass\n    service.close(act())", "untold close"),
        ("def page():\n    _close()\ndef _close():\n    service.close(act())", "untold close"),
        ("def page():\n    with refusals_at(form):\n        return render_template('done.html')", "page"),
        ("def page():\n    with refusals_flashed():\n        return _letter(service.make(act()))", "page"),
    ],
)
def test_the_check_sees_known_bad_examples(code: str, fault: str) -> None:
    assert set(faults(ast.parse(code))) == {fault}


@pytest.mark.parametrize(
    "code",
    [
        "def page():\n    with refusals_at(form, at=Wrong):\n        service.close(act())\n        return redirect(a)",
        "def page():\n    with refusals_at(form):\n        return done_once(form, there)",
        "def page():\n    with refusals_flashed():\n        _close()\ndef _close():\n    service.close(act())",
    ],
)
def test_the_check_lets_the_one_way_pass(code: str) -> None:
    assert list(faults(ast.parse(code))) == []
