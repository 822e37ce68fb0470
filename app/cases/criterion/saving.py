"""What answers and findings share when they are saved: who saved last, and the part of the page that tells it."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from flask import make_response, render_template
from werkzeug.wrappers import Response

from app.cases.criterion.forms import CriterionForm
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import saved_by
from app.kernel.forms.newer import SavedBy
from register.people.accounts import users_by_id

NOT_SAVED_HEADER = "Plass-Not-Saved"
"""Tells the script of a page that what was typed is still unsaved."""


def who_saved(saves: Mapping[str, tuple[uuid.UUID, datetime]]) -> dict[str, SavedBy]:
    """Who saved what stands at some criteria now, by whose id and when: asked for all at once."""
    people = users_by_id(session(), {user_id for user_id, _ in saves.values()})
    return {criterion_id: saved_by(people[user_id], at) for criterion_id, (user_id, at) in saves.items()}


def state_of(form: CriterionForm, template: str, **values: object) -> Response:
    """What changes on the page after one criterion was saved by itself, or was not."""
    answer = make_response(render_template(template, form=form, saved_at=now(), **values))
    if form.errors:
        answer.headers[NOT_SAVED_HEADER] = "yes"
    return answer
