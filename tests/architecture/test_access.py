"""No page is made without saying who may use it, and what it says is what its address needs."""

from pathlib import Path

import pytest
from flask import Flask

from app.factory import create_app
from app.kernel.access import Arguments, Scope, everyone, relation, signed_in
from app.kernel.audiences import OUTSIDE, Audience, access_of, all_lines
from config import Settings

ENDPOINTS_OUTSIDE_TESTS = {"prometheus_metrics"}


def endpoints(app: Flask) -> set[str]:
    """Every endpoint of the application."""
    return {rule.endpoint for rule in app.url_map.iter_rules()}


def uncovered(app: Flask) -> set[str]:
    """Endpoints for which nothing says who may use them."""
    return {endpoint for endpoint in endpoints(app) if access_of(app, endpoint) is None}


def test_every_endpoint_says_who_may_use_it(app: Flask) -> None:
    assert uncovered(app) == set()


def test_nothing_is_said_of_an_endpoint_that_is_gone(app: Flask) -> None:
    assert {endpoint for endpoint, _ in all_lines(app)} - endpoints(app) - ENDPOINTS_OUTSIDE_TESTS == set()
    assert OUTSIDE.keys() == {"static", *ENDPOINTS_OUTSIDE_TESTS}


def test_every_page_says_what_it_is_for(app: Flask) -> None:
    assert [endpoint for endpoint, access in all_lines(app) if len(access.purpose) < 5] == []


@pytest.fixture
def audience() -> Audience:
    return Audience("test", "/test")


def test_a_page_without_access_stops_the_import(audience: Audience) -> None:
    with pytest.raises(TypeError, match=r"test\.page does not say who may use it"):

        @audience.get("/side")
        def page() -> str:
            return ""


def test_two_lines_for_one_page_stop_the_import(audience: Audience) -> None:
    def page() -> str:
        return ""

    audience.get("/side", access=everyone("read a page"))(page)
    audience.post("/side", access=everyone("read a page"))(page)  # the same line once more is one line
    with pytest.raises(TypeError, match=r"test\.page stands twice"):
        audience.get("/side/ny", access=signed_in("read a page"))(page)


def test_a_page_that_takes_what_nothing_gives_it_stops_the_import(audience: Audience) -> None:
    @relation("thing")
    def a_thing(_session: object, _principal: object, _arguments: Arguments) -> str:
        return "thing"

    @audience.get("/ting/<uuid:thing_id>", access=signed_in("read a thing", relation=a_thing))
    def found(thing_id: str, thing: str) -> str:
        return f"{thing_id}{thing}"

    with pytest.raises(TypeError, match=r"takes \['other'\], which neither"):

        @audience.get("/ting/<uuid:thing_id>/annet", access=signed_in("read a thing", relation=a_thing))
        def not_found(other: str) -> str:
            return other


def test_an_address_that_no_audience_has_is_seen_and_closed_to_all(tmp_path: Path) -> None:
    own = create_app(Settings(data_folder=tmp_path, demo=True))
    own.add_url_rule("/bakdor", "backdoor", lambda: "åpent")
    assert uncovered(own) == {"backdoor"}
    assert own.test_client().get("/bakdor").status_code == 403


def test_only_pages_under_an_employers_address_are_scoped_to_an_organisation(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        access = access_of(app, rule.endpoint)
        assert access is not None
        assert (access.scope is Scope.ORGANISATION) == rule.rule.startswith("/arbeidsgiver/<orgnr>"), rule.rule


def test_an_address_with_an_id_is_tied_to_the_one_who_asks(app: Flask) -> None:
    """A page whose address names a thing must say which relation ties it to the reader, or be for everyone."""
    loose = []
    for rule in app.url_map.iter_rules():
        access = access_of(app, rule.endpoint)
        names_a_thing = bool(rule.arguments - {"orgnr", "filename", "code", "token", "number"})
        if access and names_a_thing and access.scope is not Scope.EVERYONE and access.relation is None:
            loose.append(rule.endpoint)
    assert loose == []
