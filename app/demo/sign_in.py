"""Signing in as a demo person with one click."""

from flask import redirect, render_template, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.demo.fiction import municipality, unregistered_units
from app.demo.people import PEOPLE, demo_person
from app.kernel.access import everyone
from app.kernel.audiences import demo as pages
from app.kernel.auth import start_session, stop_session
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.drafts import way_back
from ground.act import Act
from ground.errors import existing
from register.people.models import User
from register.sign_in.sessions import open_session
from register.sign_in.types import Door


@pages.get("/", access=everyone("choose whom to be in the demo"))
def people() -> str:
    """All demo people, each with a button."""
    known = set(session().scalars(select(User.email).where(User.email.in_([person.email for person in PEOPLE]))))
    return render_template(
        "demo/people.html",
        people=[person for person in PEOPLE if person.email in known],
        to_register=[*unregistered_units(), *(part.unit for part in municipality().values() if part.parts)],
    )


@pages.post("/logg-inn/<key>", access=everyone("become a demo person"))
def sign_in(key: str) -> Response:
    """Become a demo person. Only demo people: nobody else can be become this way."""
    person = demo_person(key)
    user = existing(session().scalar(select(User).where(User.email == person.email)) if person else None)
    stop_session()
    start_session(user, open_session(Act(session(), None, now()), user=user, door=Door.DEMO), door=Door.DEMO)
    return redirect(way_back() or url_for("auth.home"))
