"""A form that creates something does its work once: whoever sends it again is led to where it led the first time."""

from flask import redirect
from werkzeug.wrappers import Response

from app.kernel.auth import signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.forms.once import CreateForm, location_of_earlier, remember


def sent_before(form: CreateForm) -> Response | None:
    """The answer to a form that the same person has sent before; None to one that is new, or is only shown."""
    if not form.is_submitted():
        return None
    earlier = location_of_earlier(session(), form, user_id=signed_in_principal().id)
    return redirect(earlier) if earlier else None


def done_once(form: CreateForm, location: str) -> Response:
    """The answer to a form that has done its work."""
    return redirect(remember(session(), form, user_id=signed_in_principal().id, location=location, now=now()))
