"""A template shows what it is given: what it asks the database itself fails every test that renders it."""

from collections.abc import Callable

import pytest
from flask import Flask
from jinja2 import DictLoader
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.sql.base import ExecutableOption

from app.kernel.database import session as database_session
from register.organisations.models import Workplace
from tests.factories.register import verified_organisation
from tests.support.rendering import Rendering

TEMPLATES = {
    "relation.html": "{{ place.name }}\n{{ place.organisation.name }}",
    "macro.html": "{% macro employer(place) %}{{ place.organisation.name }}{% endmacro %}",
    "page.html": "{% from 'macro.html' import employer %}\n\n{{ employer(place) }}",
    "question.html": "{{ number_of_places() }}",
}
Render = Callable[..., list[str]]


@pytest.fixture
def render(app: Flask, session: Session) -> Render:
    """Renders a template of the above with a workplace read by a query; what was then seen."""
    verified_organisation(session)
    session.commit()
    templates = app.jinja_env.overlay(loader=DictLoader(TEMPLATES))
    rendering: Rendering = app.extensions["rendering"]

    def rendered(name: str, *loaded: ExecutableOption) -> list[str]:
        with app.test_request_context():
            place = database_session().scalars(select(Workplace).options(*loaded)).one()
            number = select(func.count()).select_from(Workplace)
            assert templates.get_template(name).render(
                place=place, number_of_places=lambda: database_session().scalar(number)
            )
        return rendering.told()

    return rendered


@pytest.mark.parametrize("name", ["relation.html", "page.html"])
def test_a_relation_that_a_template_walks_is_seen_where_it_is_walked(render: Render, name: str) -> None:
    [told] = render(name)
    where = {"relation.html": "relation.html:2", "page.html": "macro.html:1"}[name]
    assert told.startswith(f"{where} asks the database: FROM organisation")


def test_a_question_that_a_template_asks_by_a_function_is_seen(render: Render) -> None:
    [told] = render("question.html")
    assert told == "question.html:1 asks the database: FROM workplace"


def test_what_came_with_the_query_may_be_shown(render: Render) -> None:
    assert render("page.html", joinedload(Workplace.organisation)) == []
