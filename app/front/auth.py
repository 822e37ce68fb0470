"""Leading a person to their own pages after signing in."""

from flask import redirect, render_template
from werkzeug.wrappers import Response

from app.front.home import homes_of
from app.kernel.access import signed_in
from app.kernel.audiences import auth as pages
from app.kernel.auth import signed_in_principal


@pages.get("/hjem", access=signed_in("find the way to one's own pages"))
def home() -> Response | str:
    """Lead a person to their own pages; one with several roles chooses."""
    homes = homes_of(signed_in_principal())
    if len(homes) == 1:
        return redirect(homes[0].url)
    return render_template("front/home.html", homes=homes)
