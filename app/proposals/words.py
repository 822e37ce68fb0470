"""Where a proposal stands, in words to the young person it was made to."""

from app.kernel.translate import _
from app.words.filters import label, lower_first
from matching.records.tables.proposal import Proposal
from matching.records.types import ProposalState, SharedItem


def answer_words(state: ProposalState) -> str:
    """How it went, or how it goes."""
    return {
        ProposalState.PROPOSED: _("Venter på svar fra deg."),
        ProposalState.CANDIDATE_YES: _("Du har sagt ja. Nå venter vi på arbeidsgiveren."),
        ProposalState.CANDIDATE_NO: _("Du har sagt nei."),
        ProposalState.EMPLOYER_YES: _("Dere har begge sagt ja. Nå lages avtalen."),
        ProposalState.EMPLOYER_NO: _("Det ble ikke noe av denne gangen. Veilederen din leter videre."),
        ProposalState.WITHDRAWN: _("Forslaget er tatt tilbake."),
        ProposalState.LAPSED: _("Plassen er ikke ledig lenger, eller den har fått ny arbeidsgiver."),
        ProposalState.PLACED: _("Avtalen er klar."),
        ProposalState.FINISHED: _("Dette er over. Veilederen din hjelper deg videre."),
    }[state]


def shared_words(proposal: Proposal) -> list[str]:
    """What the employer knows beside the first name."""
    disclosure = proposal.living_disclosure
    if disclosure is None:
        return []
    return [
        *(label(one) for one in disclosure.shared if one not in (SharedItem.FIRST_NAME, SharedItem.ADAPTATIONS)),
        *(_("At dette må tilpasses: %(what)s", what=lower_first(label(one))) for one in disclosure.adaptations),
    ]
