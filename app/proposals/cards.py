"""What the employer's overview says of candidates who said yes."""

from app.kernel.cards import EmployerView, OverviewCard
from app.kernel.translate import _
from matching.disclosures import sharing as disclosures
from matching.records.types import ProposalState
from register.roles.types import Role


def candidates_card(view: EmployerView) -> OverviewCard | None:
    """Only leaders hear of candidates, and only of those who said yes."""
    if view.role is not Role.LEADER:
        return None
    found = view.ask(disclosures.disclosed_states)
    title = _("Kandidater")
    if ProposalState.CANDIDATE_YES in found:
        text = _("Noen har sagt ja til en plass hos dere og venter på svar.")
        return OverviewCard(title, text, tags=((_("Venter på svar"), "warning"),))
    if found:
        return OverviewCard(title, _("De som har sagt ja til en plass hos dere."))
    return OverviewCard(title, _("Når noen sier ja til en plass hos dere, ser dere det her."))
