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
from register.roles.queries import offers_to


@pages.get("/hjem", access=signed_in("find the way to one's own pages"))
def home() -> Response | str:
    """Lead a person to their own pages; one with several roles chooses. Who is invited, or offered a role, is told."""
    who = signed_in_principal()
    waiting = []
    if invitations_to(session(), who.user, now=now()):
        waiting.append(Home(_("Invitasjoner til deg"), url_for("auth.invitations")))
    if offers_to(session(), who.id, now()):
        waiting.append(Home(_("Roller du er tilbudt"), url_for("auth.offers")))
    homes = [*waiting, *homes_of(who)] if who.grants or not waiting else waiting
    if len(homes) == 1:
        return redirect(homes[0].url)
    return render_template("front/home.html", homes=homes)
