"""The employer's answer to a criterion, and whether there is proof (certification.md 5; catalogue: dok)."""

from dataclasses import dataclass

from certification.criteria.editions.criterion import Criterion
from certification.criteria.rules.figures import Figure
from certification.criteria.types import AnswerValue, EvidenceKind, SizeClass

# What the scheme looks up or the certifier gathers: the employer owes nothing beforehand.
GATHERED_BY_OTHERS = frozenset({EvidenceKind.REGISTER, EvidenceKind.CONVERSATION, EvidenceKind.SPOT_CHECK})
# What does just as well as the kind that is asked for.
STAND_INS: dict[EvidenceKind, frozenset[EvidenceKind]] = {
    EvidenceKind.DESCRIPTION: frozenset({EvidenceKind.FILE, EvidenceKind.LINK}),
    EvidenceKind.PULSE: frozenset({EvidenceKind.FILE, EvidenceKind.FIGURES}),
}


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer: the claim, a note, the kinds of evidence added and a figure where one is asked for.

    The note is the description, the explanation of an unmet «should», the reason for «not applicable», or the
    plan that stands in for a figure in the first round, according to the claim. `evidence` holds the kinds of
    what is attached; it holds ACTION_PLAN when an action in the plan belongs to the criterion.
    """

    value: AnswerValue | None = None
    note: str = ""
    evidence: frozenset[EvidenceKind] = frozenset()
    figure: Figure | None = None

    @property
    def explained(self) -> bool:
        """Whether there is a note at all."""
        return bool(self.note.strip())

    @property
    def proof(self) -> frozenset[EvidenceKind]:
        """Every kind of evidence the answer carries, those in the answer itself included."""
        own = {EvidenceKind.SELF_DECLARATION}
        if self.explained:
            own.add(EvidenceKind.DESCRIPTION)
        if self.figure is not None:
            own.add(EvidenceKind.FIGURES)
        return self.evidence | own


def suffices(kind: EvidenceKind, criterion: Criterion, size: SizeClass | None) -> bool:
    """Whether evidence of this kind alone proves the criterion; what does not may still be added beside what does."""
    return not missing_evidence(criterion, AnswerFacts(AnswerValue.MET, evidence=frozenset({kind})), size)


def missing_evidence(criterion: Criterion, answer: AnswerFacts, size: SizeClass | None) -> tuple[EvidenceKind, ...]:
    """The kinds of which the employer should add one; empty when there is one, or when nothing is owed.

    Only a claim that something is met, or partly met, must be proved. A size that may fulfil the criterion in
    its own way (`adaptations`) may describe it. The action plan has a rule of its own (`rules.gaps`).
    """
    if answer.value not in (AnswerValue.MET, AnswerValue.PARTLY) or criterion.minimum_actions:
        return ()
    owed = tuple(kind for kind in criterion.evidence if kind not in GATHERED_BY_OTHERS)
    if owed and size in criterion.adaptations:
        owed = (*owed, EvidenceKind.DESCRIPTION)
    if any({kind, *STAND_INS.get(kind, ())} & answer.proof for kind in (*criterion.evidence, *owed)):
        return ()
    return tuple(dict.fromkeys(owed))
