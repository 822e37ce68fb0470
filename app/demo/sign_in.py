"""Signing in as a demo person with one click."""

from flask import redirect, render_template, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.auth.current import start_session, stop_session
from app.context import now
from app.database import session
from app.demo.blueprint import blueprint
from app.demo.people import PEOPLE, demo_person
from ground.errors import existing
from register.people.models import User
from register.sign_in.sessions import open_session


@blueprint.get("/")
def people() -> str:
    """All demo people, each with a button."""
    known = set(session().scalars(select(User.email).where(User.email.in_([person.email for person in PEOPLE]))))
    return render_template("demo/people.html", people=[person for person in PEOPLE if person.email in known])


@blueprint.post("/logg-inn/<key>")
def sign_in(key: str) -> Response:
    """Become a demo person. Only demo people: nobody else can be become this way."""
    person = demo_person(key)
    user = existing(session().scalar(select(User).where(User.email == person.email)) if person else None)
    stop_session()
    start_session(user, open_session(session(), user=user, now=now()))
    return redirect(url_for("auth.home"))
