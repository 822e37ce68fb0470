"""Leading a person to their own pages after signing in."""

from flask import redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.front.home import Home, homes_of
from app.kernel.access import signed_in
from app.kernel.audiences import auth as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from register.joining.colleagues import invitations_to


@pages.get("/hjem", access=signed_in("find the way to one's own pages"))
def home() -> Response | str:
    """Lead a person to their own pages; one with several roles chooses. Whoever is invited is told first."""
    who = signed_in_principal()
    homes = homes_of(who)
    if invitations_to(session(), who.user, now=now()):
        invited = Home(_("Invitasjoner til deg"), url_for("auth.invitations"))
        homes = [invited, *homes] if who.grants else [invited]
    if len(homes) == 1:
        return redirect(homes[0].url)
    return render_template("front/home.html", homes=homes)
