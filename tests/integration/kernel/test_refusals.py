"""What the rules refuse while somebody waits for an answer is told where they look, and nothing half done is kept."""

import pytest
from flask import Flask, get_flashed_messages
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from wtforms import StringField

from app.kernel.database import own_transaction
from app.kernel.database import session as session_of_request
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.base import Form
from ground.errors import DomainError, EditedMeanwhile, NotFound, ReasonMissing
from register.organisations.models import NavOffice

REASON = "Skriv en begrunnelse. Den blir lagret i loggen."
EDITED = (
    "Noen andre har lagret endringer etter at du åpnet siden, så det du gjorde, ble ikke lagret. "
    "Se hva som er nytt, og gjør det en gang til hvis det trengs."
)


class ReasonForm(Form):
    """A form with one field."""

    reason = StringField("Hvorfor")


def write_an_office() -> None:
    """What a service may have written before it refuses."""
    office = NavOffice(number="0231", name="Nav Lillestrøm", region="", municipality_number="3205")
    session_of_request().add(office)
    session_of_request().flush()


def offices(session: Session) -> int:
    """How many there are."""
    return session.scalars(select(func.count()).select_from(NavOffice)).one()


def test_a_refusal_stands_at_its_field_or_above_the_form(app: Flask) -> None:
    with app.test_request_context():
        form = ReasonForm()
        with refusals_at(form, reason=ReasonMissing):
            raise ReasonMissing
        with refusals_at(form, reason=ReasonMissing):
            raise EditedMeanwhile
        assert form.errors == {"reason": [REASON], "": [EDITED]}


def test_a_refusal_of_a_button_stands_on_the_page_that_it_leads_to(app: Flask) -> None:
    with app.test_request_context():
        with refusals_flashed():
            raise ReasonMissing
        with refusals_flashed():
            raise EditedMeanwhile
        assert get_flashed_messages(with_categories=True) == [("danger", REASON), ("warning", EDITED)]


def test_what_is_missing_becomes_the_page_of_all_that_is_missing(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(NotFound), refusals_at(ReasonForm(), reason=DomainError):
        raise NotFound


def test_unless_the_page_says_where_it_is_told(app: Flask) -> None:
    with app.test_request_context():
        form = ReasonForm()
        with refusals_at(form, reason=NotFound) as refusals:
            raise NotFound
        assert isinstance(refusals.told, NotFound)
        assert list(form.errors) == ["reason"]


def test_what_was_written_before_the_refusal_is_taken_back_and_what_stood_before_is_kept(app: Flask) -> None:
    with app.test_request_context():
        write_an_office()
        with refusals_at(ReasonForm(), reason=ReasonMissing):
            session_of_request().query(NavOffice).update({"name": "Nav Asker"})
            raise ReasonMissing
        assert session_of_request().scalars(select(NavOffice.name)).all() == ["Nav Lillestrøm"]


def test_it_is_taken_back_also_after_a_short_transaction_that_is_kept(app: Flask, session: Session) -> None:
    with app.test_request_context():
        with refusals_at(ReasonForm(), reason=ReasonMissing):
            with own_transaction() as short:
                short.add(NavOffice(number="0220", name="Nav Asker", region="", municipality_number="3203"))
            write_an_office()
            raise ReasonMissing
        session_of_request().commit()
    assert session.scalars(select(NavOffice.name)).all() == ["Nav Asker"]


def test_what_is_done_is_kept(app: Flask, session: Session) -> None:
    with app.test_request_context():
        with refusals_at(ReasonForm(), reason=ReasonMissing):
            write_an_office()
        session_of_request().commit()
    assert offices(session) == 1


def test_two_who_write_in_the_same_moment_are_told_like_any_other_second_editor(app: Flask) -> None:
    with app.test_request_context():
        form = ReasonForm()
        with refusals_at(form):
            raise StaleDataError
        assert form.form_errors == [EDITED]
