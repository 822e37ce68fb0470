"""Where a proposal stands, in words to the young person it was made to."""

from app.filters import label
from app.translate import _
from app.filters import lower_first
from matching.models.proposal import Proposal
from matching.types import Adaptation, ProposalState, SharedItem


def answer_words(state: ProposalState) -> str:
    """How it went, or how it goes."""
    return {
        ProposalState.proposed: _("Venter på svar fra deg."),
        ProposalState.candidate_yes: _("Du har sagt ja. Nå venter vi på arbeidsgiveren."),
        ProposalState.candidate_no: _("Du har sagt nei."),
        ProposalState.employer_yes: _("Dere har begge sagt ja. Nå lages avtalen."),
        ProposalState.employer_no: _("Det ble ikke noe av denne gangen. Veilederen din leter videre."),
        ProposalState.withdrawn: _("Forslaget er tatt tilbake."),
        ProposalState.lapsed: _("Plassen er ikke lenger ledig."),
        ProposalState.placed: _("Avtalen er klar."),
        ProposalState.finished: _("Dette er over. Veilederen din hjelper deg videre."),
    }[state]


def shared_words(proposal: Proposal) -> list[str]:
    """What the employer knows beside the first name."""
    disclosure = proposal.living_disclosure
    if disclosure is None:
        return []
    simple = [
        label(SharedItem(item))
        for item in disclosure.shared
        if item not in (SharedItem.first_name, SharedItem.adaptations)
    ]
    return [
        *simple,
        *(
            _("At dette må tilpasses: %(what)s", what=lower_first(label(Adaptation(code))))
            for code in disclosure.adaptations
        ),
    ]
