"""What the overviews say of colleagues and users."""

from app.kernel.cards import CountyView, EmployerView, OverviewCard
from app.kernel.context import now
from app.kernel.translate import _, ngettext
from register.joining import access
from register.roles import queries as roles_queries
from register.roles.types import Role


def colleagues_card(view: EmployerView) -> OverviewCard:
    """Those who may work here in Plass."""
    count = len(roles_queries.colleagues(view.session, view.organisation.id))
    text = ngettext("%(num)s person har tilgang.", "%(num)s personer har tilgang.", count)
    asking = len(view.ask(access.open_requests_at)) if view.role is Role.LEADER else 0
    tags = ((ngettext("%(num)s ber om tilgang", "%(num)s ber om tilgang", asking), "warning"),) if asking else ()
    return OverviewCard(_("Kolleger"), text, tags=tags)


def users_card(_view: CountyView) -> OverviewCard:
    """Those who can sign in."""
    return OverviewCard(_("Brukere"), _("De som kan logge inn, og hva de heter."))


def roles_card(view: CountyView) -> OverviewCard:
    """What waits for a second administrator."""
    waiting = len(roles_queries.to_confirm(view.session, view.principal.id, now()))
    text = ngettext("%(num)s forslag venter på at du bekrefter.", "%(num)s forslag venter på at du bekrefter.", waiting)
    return OverviewCard(
        _("Roller"), text if waiting else _("Hvem som har hvilken rolle, siden når, og hvem som ga den.")
    )
