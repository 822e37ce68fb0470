"""The front page."""

from flask import render_template

from app.kernel.access import everyone
from app.kernel.audiences import public as pages
from app.public.progress import current_progress


@pages.get("/", access=everyone("learn what Plass is"))
def front() -> str:
    """What Plass is, how far it has come, and the way in for each audience."""
    return render_template("public/front.html", progress=current_progress())
