"""Every endpoint stands in exactly one access list, and every persona meets exactly what the list says."""

import pytest
from flask import Flask

from app.access.lists import LISTS
from app.access.rules import Access, Scope, everyone
from app.access.table import access_table

ENDPOINTS_OUTSIDE_TESTS = {"prometheus_metrics"}


def endpoints(app: Flask) -> set[str]:
    """Every endpoint of the application."""
    return {rule.endpoint for rule in app.url_map.iter_rules()}


def uncovered(app: Flask, table: dict[str, Access]) -> set[str]:
    """Endpoints that no access list names."""
    return endpoints(app) - table.keys()


def test_every_endpoint_stands_in_an_access_list(app: Flask) -> None:
    assert uncovered(app, access_table()) == set()


def test_no_access_list_names_an_endpoint_that_is_gone(app: Flask) -> None:
    assert access_table().keys() - endpoints(app) - ENDPOINTS_OUTSIDE_TESTS == set()


def test_no_endpoint_stands_in_two_lists() -> None:
    named = [endpoint for access_list in LISTS for endpoint in access_list]
    assert len(named) == len(set(named))


def test_every_rule_says_what_it_is_for() -> None:
    assert [endpoint for endpoint, access in access_table().items() if len(access.purpose) < 5] == []


def test_the_checker_finds_an_endpoint_that_was_forgotten(app: Flask) -> None:
    forgotten = {name: rule for name, rule in access_table().items() if name != "employer.front"}
    assert uncovered(app, forgotten) == {"employer.front"}


def test_an_endpoint_without_a_rule_is_closed_to_all(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    without = {name: rule for name, rule in access_table().items() if name != "public.front"}
    monkeypatch.setattr("app.access.enforcement.access_table", lambda: without)
    monkeypatch.setattr("app.navigation.access_table", access_table)
    assert app.test_client().get("/").status_code == 403


def test_only_pages_under_an_employers_address_are_scoped_to_an_organisation(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        access = access_table().get(rule.endpoint, everyone("covered by another test"))
        assert (access.scope is Scope.ORGANISATION) == rule.rule.startswith("/arbeidsgiver/<orgnr>"), rule.rule


def test_an_address_with_an_id_is_tied_to_the_one_who_asks(app: Flask) -> None:
    """A page whose address names a thing must say which relation ties it to the reader, or be for everyone."""
    loose = []
    for rule in app.url_map.iter_rules():
        access = access_table().get(rule.endpoint)
        names_a_thing = bool(rule.arguments - {"orgnr", "filename", "code", "token", "number"})
        if access and names_a_thing and access.scope is not Scope.EVERYONE and access.relation is None:
            loose.append(rule.endpoint)
    assert loose == []
