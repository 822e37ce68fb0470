"""Where a proposal stands and why a yes cannot be taken, in words to the young person and to the counsellor."""

from app.kernel.errors.messages import sentence_for
from app.kernel.translate import _
from app.words.filters import label, lower_first
from ground.errors import DomainError
from matching.proposals.errors import NotLawful
from matching.records.errors import UseRestricted
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


def why_no_yes_for_young(refused: DomainError) -> str:
    """Why the young person cannot say yes now, in their words."""
    if isinstance(refused, NotLawful):
        return _("Loven tillater ikke at du har denne plassen slik den er nå. Veilederen din kan si hvorfor.")
    return str(sentence_for(refused))


def why_no_yes_for_counsellor(refused: DomainError, name: str) -> str:
    """Why a yes cannot be written down for the young person of this name."""
    if isinstance(refused, UseRestricted):
        return _(
            "%(name)s har stoppet bruken av opplysningene. Et ja kan ikke skrives ned før stoppen er opphevet.",
            name=name,
        )
    return str(sentence_for(refused))
