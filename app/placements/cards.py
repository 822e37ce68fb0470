"""What the employer's overview says of agreements and of those at work."""

from app.kernel.cards import EmployerView, OverviewCard
from app.kernel.translate import _, ngettext
from matching.records.queries.placements import states_at_organisation
from matching.records.types import PlacementState
from register.roles.types import Role


def placements_card(view: EmployerView) -> OverviewCard | None:
    """For leaders: how many are at work. No names, and no card before there is anything."""
    if view.role is not Role.LEADER:
        return None
    states = view.ask(states_at_organisation)
    if not states:
        return None
    at_work = states.get(PlacementState.STARTED, 0)
    text = (
        ngettext("%(num)s ung er i gang hos dere.", "%(num)s unge er i gang hos dere.", at_work)
        if at_work
        else _("Noen er på vei inn hos dere.")
    )
    return OverviewCard(_("Unge hos oss"), text)
