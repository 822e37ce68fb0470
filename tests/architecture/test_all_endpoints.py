"""All endpoints × all personas: what each meets follows from the access of the route, and from nothing else."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app.kernel.access import Access, Scope
from app.kernel.audiences import access_of, counsellor
from tests.architecture.personas import Personas, arguments_for, make_personas

SIGN_IN, FORBIDDEN, MISSING = "sign in", 403, 404
ENDS_THE_SESSION = "auth.sign_out_everywhere"  # walked by nobody: whoever comes there is nobody afterwards
Signs = Callable[[str | None], FlaskClient]


@pytest.fixture
def personas(session: Session) -> Personas:
    return make_personas(session)


@pytest.fixture
def client_of(app: Flask, personas: Personas) -> Signs:
    """A client signed in as one of the personas, or as nobody."""

    def sign_in(name: str | None) -> FlaskClient:
        client = app.test_client()
        if name is not None:
            with client.session_transaction() as cookie:
                cookie["_user_id"] = personas.tokens[name]
        return client

    return sign_in


@pytest.fixture(autouse=True)
def _without_csrf(app: Flask) -> Iterator[None]:
    """A form without a token would be refused before it reaches the check."""
    app.config["WTF_CSRF_ENABLED"] = False
    yield
    app.config["WTF_CSRF_ENABLED"] = True


def guarded_rules(app: Flask) -> list[tuple[Rule, Access]]:
    """Every address that is not for everyone, with its rule."""
    rules = [(rule, access_of(app, rule.endpoint)) for rule in app.url_map.iter_rules()]
    return [
        (rule, access)
        for rule, access in rules
        if access is not None and access.scope is not Scope.EVERYONE and rule.endpoint != ENDS_THE_SESSION
    ]


def knock(app: Flask, client: FlaskClient, rule: Rule, orgnr: str) -> int | str:
    """What the access check answers at an address: sign in, 403, 404, or something else when it lets pass."""
    with app.test_request_context():
        address = url_for(rule.endpoint, **arguments_for(set(rule.arguments), orgnr))
    method = "GET" if "GET" in (rule.methods or ()) else "POST"
    answer = client.open(address, method=method)
    if answer.status_code == 302 and answer.headers["Location"].startswith(("/logg-inn", "/min-side/inn")):
        return SIGN_IN
    return answer.status_code


def test_nobody_is_led_to_sign_in_everywhere(app: Flask, personas: Personas, client_of: Signs) -> None:
    client = client_of(None)
    wrong = {
        rule.rule: answer
        for rule, _ in guarded_rules(app)
        if (answer := knock(app, client, rule, personas.own_orgnr)) != SIGN_IN
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "name",
    [
        "newcomer", "leader", "employee", "counsellor", "office_leader", "candidate", "certifier", "programme_lead",
        "analyst", "council", "administrator",
    ],
)  # fmt: skip
def test_each_persona_meets_what_the_access_of_the_route_says(
    app: Flask, personas: Personas, client_of: Signs, name: str
) -> None:
    """Addresses that name a missing thing answer 404 to those whose role reaches there, 403 to all others."""
    client, held = client_of(name), personas.roles[name]
    wrong = {}
    for rule, access in guarded_rules(app):
        answer = knock(app, client, rule, personas.own_orgnr)
        expected = expectation(access, held, rule, works_here=name in ("leader", "employee"))
        if expected is not None and answer != expected:
            wrong[rule.rule] = (answer, expected)
        if expected is None and answer in (SIGN_IN, FORBIDDEN, 500):
            wrong[rule.rule] = (answer, "let in")
    assert wrong == {}


def expectation(access: Access, held: frozenset, rule: Rule, *, works_here: bool) -> int | None:  # type: ignore[type-arg]
    """What the access says; None when the person is let in (what the page answers then is its own affair)."""
    if access.scope is Scope.ORGANISATION:
        if not works_here:
            return MISSING
        may = access.roles & held
        if access.relation is not None and (rule.arguments - {"orgnr"} or not may):
            return MISSING  # there is neither what the address names nor a case, and that is looked for first
        return None if may else FORBIDDEN
    if access.scope is Scope.ANYWHERE and not access.roles & held:
        return FORBIDDEN
    return MISSING if access.relation is not None and rule.arguments - {"orgnr"} else None


def test_a_foreign_organisation_answers_exactly_as_a_missing_one(
    app: Flask, personas: Personas, client_of: Signs
) -> None:
    client = client_of("leader")
    different = {}
    for rule, _ in guarded_rules(app):
        if "orgnr" not in rule.arguments or not rule.rule.startswith("/arbeidsgiver/"):
            continue
        foreign = page_at(app, client, rule, personas.foreign_orgnr)
        missing = page_at(app, client, rule, personas.unknown_orgnr)
        if foreign != missing or foreign[0] != MISSING:
            different[rule.rule] = (foreign[0], missing[0])
    assert different == {}


def page_at(app: Flask, client: FlaskClient, rule: Rule, orgnr: str) -> tuple[int, str]:
    """Status and page, with what the address itself brings into the page taken out."""
    with app.test_request_context():
        address = url_for(rule.endpoint, **arguments_for(set(rule.arguments), orgnr))
    method = "GET" if "GET" in (rule.methods or ()) else "POST"
    answer = client.open(address, method=method)
    text = answer.text.replace(orgnr, "")
    lines = [line for line in text.splitlines() if "csrf_token" not in line and "referanse" not in line.lower()]
    return answer.status_code, "\n".join(lines)


def test_the_walk_would_notice_an_endpoint_open_to_all(
    app: Flask, personas: Personas, client_of: Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known bad example: a page for counsellors that forgets to ask who is there."""
    monkeypatch.setitem(counsellor.lines, "front", Access(Scope.SIGNED_IN, "forgetful"))
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == "counsellor.front")
    answer = knock(app, client_of("newcomer"), rule, personas.own_orgnr)
    assert answer != FORBIDDEN
