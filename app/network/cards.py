"""What the overviews say of the network."""

from app.kernel.cards import CountyView, EmployerView, OverviewCard
from app.kernel.context import now, today
from app.kernel.translate import _, ngettext
from app.words.filters import written_date
from certification.cases.history import assessments_of
from certification.certificates.queries import of_organisation
from certification.network import queries as network
from certification.network.participation import participation_with
from certification.network.queries import coming_gatherings
from certification.network.types import Participation


def gatherings_card(view: CountyView) -> OverviewCard:
    """The gatherings ahead."""
    count = len(coming_gatherings(view.session, now()))
    text = (
        ngettext("%(num)s samling kommer.", "%(num)s samlinger kommer.", count)
        if count
        else _("Ingen samlinger er planlagt.")
    )
    return OverviewCard(_("Samlinger"), text)


def network_card(view: EmployerView) -> OverviewCard | None:
    """The next gathering, for those who may come."""
    certificates, cases = view.ask(of_organisation), view.ask(assessments_of)
    taking_part_as = participation_with(view.session, certificates=certificates, cases=cases, on=today())
    if taking_part_as is None:
        return None
    ahead = network.coming_gatherings(view.session, now())
    text = (
        _("Neste samling: «%(title)s», %(day)s.", day=written_date(ahead[0].starts_at), title=ahead[0].title)
        if ahead
        else _("Ingen samlinger er planlagt nå.")
    )
    words = _("Dere er medlem") if taking_part_as is Participation.MEMBER else _("Dere deltar som gjest")
    return OverviewCard(_("Nettverk"), text, tags=((words, "neutral"),))
