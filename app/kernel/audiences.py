"""The audiences: each has its address, and no page of it is made without saying who may use it."""

import re
from collections.abc import Callable, Iterator
from functools import wraps
from inspect import signature
from typing import Any

from flask import Blueprint, Flask, g

from app.kernel.access import Access, everyone
from config import Settings

VARIABLE = re.compile(r"<(?:[^<>:]+:)?(\w+)>")

OUTSIDE = {
    "static": everyone("style sheets, scripts and fonts"),
    "prometheus_metrics": everyone("read figures of operation, where the setting opens it"),
}
"""The few addresses that are no pages of an audience."""


class Audience(Blueprint):
    """The pages of one audience. Each route says `access=`; a page is called `<audience>.<function>`.

    A page takes what it names: values of its address, and what its relation has found.
    """

    def __init__(self, name: str, url_prefix: str | None = None) -> None:
        super().__init__(name, __name__, url_prefix=url_prefix)
        self.lines: dict[str, Access] = {}

    def add_url_rule(
        self,
        rule: str,
        endpoint: str | None = None,
        view_func: Callable[..., Any] | None = None,
        provide_automatic_options: bool | None = None,
        *,
        access: Access | None = None,
        **options: Any,
    ) -> None:
        """Add a page. Raises TypeError when it does not say who may use it, or takes what nothing gives it."""
        assert view_func is not None
        page = f"{self.name}.{endpoint or view_func.__name__}"
        if access is None:
            raise TypeError(f"{page} does not say who may use it")
        if self.lines.setdefault(endpoint or view_func.__name__, access) != access:
            raise TypeError(f"{page} stands twice, with two lines of access")
        given = {*VARIABLE.findall(rule), *access.finds}
        if not_given := signature(view_func).parameters.keys() - given:
            raise TypeError(f"{page} takes {sorted(not_given)}, which neither its address nor its relation gives it")
        super().add_url_rule(rule, endpoint, _given_what_it_names(view_func), provide_automatic_options, **options)


def _given_what_it_names(view: Callable[..., Any]) -> Callable[..., Any]:
    names = tuple(signature(view).parameters)

    @wraps(view)
    def page(**address: Any) -> Any:
        found = {**address, **g.get("found", {})}
        return view(**{name: found[name] for name in names})

    return page


def access_of(app: Flask, endpoint: str) -> Access | None:
    """Who may use a page; None for one that no audience has."""
    if endpoint in OUTSIDE:
        return OUTSIDE[endpoint]
    audience, _, page = endpoint.partition(".")
    found = app.blueprints.get(audience)
    return found.lines.get(page) if isinstance(found, Audience) else None


def all_lines(app: Flask) -> Iterator[tuple[str, Access]]:
    """Every page of every audience, with who may use it."""
    yield from OUTSIDE.items()
    for name, audience in app.blueprints.items():
        if isinstance(audience, Audience):
            yield from ((f"{name}.{page}", access) for page, access in audience.lines.items())


public = Audience("public")
auth = Audience("auth")
employer = Audience("employer", "/arbeidsgiver")
candidate = Audience("candidate", "/min-side")
counsellor = Audience("counsellor", "/veileder")
office = Audience("office", "/nav-kontor")
certifier = Audience("certifier", "/sertifisor")
county = Audience("county", "/fylket")
api = Audience("api", "/api/v1")
health = Audience("health")
demo = Audience("demo", "/demo")
development = Audience("development", "/utvikling")

FOR_ALL = (public, auth, employer, candidate, counsellor, office, certifier, county, api, health)


def register(app: Flask, settings: Settings) -> None:
    """Mount the pages; the demo's and the developers' only where the settings allow them."""
    for audience in FOR_ALL:
        app.register_blueprint(audience)
    if settings.is_demo:
        app.register_blueprint(demo)
    if settings.is_demo or settings.development:
        app.register_blueprint(development)
