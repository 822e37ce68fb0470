"""What the overviews say of colleagues and users."""

from app.kernel.cards import CountyView, EmployerView, OverviewCard
from app.kernel.translate import _, ngettext
from register.roles import queries as roles_queries


def colleagues_card(view: EmployerView) -> OverviewCard:
    """Those who may work here in Plass."""
    count = len(roles_queries.colleagues(view.session, view.organisation.id))
    text = ngettext("%(num)s person har tilgang.", "%(num)s personer har tilgang.", count)
    return OverviewCard(_("Kolleger"), text)


def users_card(_view: CountyView) -> OverviewCard:
    """Users and NAV offices, for those who let people in."""
    text = _("Slipp inn veiledere, sertifisører og kolleger i fylkeskommunen, og gi dem roller.")
    return OverviewCard(_("Brukere"), text)
