"""The front page."""

from flask import render_template

from app.public.blueprint import blueprint
from app.public.progress import current_progress


@blueprint.get("/")
def front() -> str:
    """What Plass is, how far it has come, and the way in for each audience."""
    return render_template("public/front.html", progress=current_progress())
