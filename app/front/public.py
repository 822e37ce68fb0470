"""The front page, the pages about Plass itself, and choosing the language."""

from flask import redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.certificates.public.check import CheckForm
from app.kernel.access import everyone
from app.kernel.addresses import safe_path
from app.kernel.audiences import public as pages
from app.kernel.auth import keep_language
from app.progress.api import COLUMNS
from app.progress.current import current_progress
from app.progress.definition import LICENCE, TERMS
from ground.errors import NotFound
from ground.texts import Locale
from matching.progress.types import Figure


@pages.get("/", access=everyone("learn what Plass is"))
def front() -> str:
    """What Plass is, how far it has come, and the way in for each audience."""
    return render_template(
        "front/public/front.html",
        progress=current_progress(),
        terms=TERMS,
        figures=Figure,
        check_form=CheckForm(),
    )


@pages.get("/personvern", access=everyone("read how Plass looks after people's data"))
def privacy() -> str:
    """What is kept about whom, why, and what one can ask for."""
    return render_template("front/public/privacy.html")


@pages.get("/tilgjengelighet", access=everyone("read how accessible Plass is, and tell of barriers"))
def accessibility() -> str:
    """How accessible Plass is, and where to tell of a barrier."""
    return render_template("front/public/accessibility.html")


@pages.get("/apne-data", access=everyone("find the open data"))
def open_data() -> str:
    """What can be fetched by machines."""
    return render_template(
        "front/public/open_data.html",
        columns=[(Markup("<code>{}</code>").format(name), meaning) for name, meaning in COLUMNS.items()],
        licence=LICENCE,
    )


@pages.get("/sprak/<code>", access=everyone("choose the language"))
def set_language(code: str) -> Response:
    """Keep the language, with the account of who is signed in, and go back.

    It is a link and no form, so that pages for somebody unknown hold no secret; the cookie is not sent along when
    another site has the browser fetch it.
    """
    if code not in set(Locale):
        raise NotFound
    keep_language(Locale(code))
    return redirect(safe_path(request.args.get("neste")) or url_for("public.front"))
