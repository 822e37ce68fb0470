"""What the employer's overview says of agreements and of those at work."""

from app.kernel.cards import EmployerView, OverviewCard
from app.kernel.context import today
from app.kernel.translate import _, ngettext
from app.placements.employer import viewer_at
from app.placements.list_rows import list_rows
from matching.records.queries.placements import states_at_organisation
from matching.records.types import PlacementState
from matching.waiting.placements import may_wait_at_organisation
from register.roles.types import Role


def placements_card(view: EmployerView) -> OverviewCard | None:
    """For leaders: what waits for them, and how many are at work. No names, and no card before there is anything."""
    if view.role is not Role.LEADER:
        return None
    states = view.ask(states_at_organisation)
    if not states:
        return None
    found = may_wait_at_organisation(view.session, view.organisation.id, today=today())
    waiting = sum(row.waits for row in list_rows([viewer_at(view.organisation, one) for one in found], today()))
    at_work = states.get(PlacementState.STARTED, 0)
    text = (
        ngettext("%(num)s ung er i gang hos dere.", "%(num)s unge er i gang hos dere.", at_work)
        if at_work
        else _("Noen er på vei inn hos dere.")
    )
    tag = ngettext("%(num)s ting å gjøre", "%(num)s ting å gjøre", waiting)
    return OverviewCard(_("Plasseringer"), text, tags=((tag, "warning"),) if waiting else ())
