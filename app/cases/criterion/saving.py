"""What answers and findings share when they are saved: who saved last, and the part of the page that tells it."""

from datetime import datetime

from flask import make_response, render_template
from werkzeug.wrappers import Response

from app.cases.criterion.forms import CriterionForm
from app.kernel.auth import signed_in_principal
from app.kernel.context import now
from app.kernel.forms.newer import SavedBy
from register.people.models import User

NOT_SAVED_HEADER = "Plass-Not-Saved"
"""Tells the script of a page that what was typed is still unsaved."""


def saved_by(user: User, at: datetime) -> SavedBy:
    """Who saved last, as the reader is told."""
    return SavedBy(user.display_name, user.id == signed_in_principal().id, at)


def state_of(form: CriterionForm, template: str, **values: object) -> Response:
    """What changes on the page after one criterion was saved by itself, or was not."""
    answer = make_response(render_template(template, form=form, saved_at=now(), **values))
    if form.errors:
        answer.headers[NOT_SAVED_HEADER] = "yes"
    return answer
