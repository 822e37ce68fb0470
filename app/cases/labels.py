"""The Norwegian names of what an edition, a case and a decision can say."""

from collections.abc import Sequence

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.house import Labels
from app.words.numbers import NUMBERS
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.criteria.rules.profile import SIZE_FROM
from certification.criteria.types import (
    AnswerValue,
    EditionStatus,
    EvidenceKind,
    FindingValue,
    LevelId,
    ProfileQuestionId,
    RequirementType,
    Round,
    SizeClass,
)


def size_labels(size_from: Sequence[tuple[int, SizeClass]]) -> dict[SizeClass, LazyString]:
    """The words for each size class, smallest first, given the least number of employees in each."""
    (largest_from, largest), *others = size_from
    labels = {largest: _l("%(least)s ansatte eller flere", least=largest_from)}
    next_from = largest_from
    for least, size in others:
        labels[size] = _l("%(least)s–%(most)s ansatte", least=max(least, 1), most=next_from - 1)
        next_from = least
    return dict(reversed(labels.items()))


LABELS: Labels = {
    EditionStatus: {
        EditionStatus.DRAFT: _l("Utkast"),
        EditionStatus.HEARING: _l("På høring"),
        EditionStatus.PUBLISHED: _l("Publisert"),
        EditionStatus.SUPERSEDED: _l("Avløst av en nyere"),
        EditionStatus.WITHDRAWN: _l("Trukket"),
    },
    LevelId: {
        LevelId.UNDERVEIS: _l("Underveis"),
        LevelId.INKLUDERENDE: _l("Inkluderende arbeidsgiver"),
        LevelId.PADRIVER: _l("Pådriver"),
    },
    RequirementType: {
        RequirementType.MUST: _l("Må være oppfylt"),
        RequirementType.SHOULD: _l("Oppfyll eller forklar"),
        RequirementType.CHOICE: _l("Valgfritt i området"),
        RequirementType.RESULT: _l("Måles i tall"),
        RequirementType.NONE: _l("Gjelder ikke"),
    },
    EvidenceKind: {
        EvidenceKind.REGISTER: _l("oppslag i register"),
        EvidenceKind.LINK: _l("lenke"),
        EvidenceKind.FILE: _l("fil"),
        EvidenceKind.DESCRIPTION: _l("beskrivelse"),
        EvidenceKind.FIGURES: _l("tall"),
        EvidenceKind.CONVERSATION: _l("samtale med sertifisøren"),
        EvidenceKind.SPOT_CHECK: _l("stikkprøve"),
        EvidenceKind.PULSE: _l("anonym måling"),
        EvidenceKind.SELF_DECLARATION: _l("egenerklæring"),
        EvidenceKind.ACTION_PLAN: _l("tiltak i planen"),
    },
    ProfileQuestionId: {
        ProfileQuestionId.SIZE: _l("Størrelse"),
        ProfileQuestionId.SECTOR: _l("Sektor"),
        ProfileQuestionId.HAS_UNDER_18: _l("Unge under %(age)s år", age=NUMBERS.ages.adult_from),
        ProfileQuestionId.TRADE: _l("Lærefag"),
        ProfileQuestionId.HAS_APPRENTICES: _l("Lærlinger"),
        ProfileQuestionId.TAKES_TRAINING: _l("Arbeidstrening og utplassering"),
    },
    SizeClass: size_labels(SIZE_FROM),
    Round: {
        Round.FIRST: _l("Første gang"),
        Round.ANNUAL_REPORT: _l("Årsrapport"),
        Round.RECERTIFICATION: _l("Resertifisering"),
    },
    AssessmentState: {
        AssessmentState.DRAFT: _l("Utkast"),
        AssessmentState.ANSWERING: _l("Dere svarer"),
        AssessmentState.SUBMITTED: _l("Sendt inn"),
        AssessmentState.ASSIGNED: _l("Sertifisør er valgt"),
        AssessmentState.IN_REVIEW: _l("Sertifisøren ser på saken"),
        AssessmentState.RETURNED: _l("Sendt tilbake til virksomheten"),
        AssessmentState.RECOMMENDED: _l("Klar for vedtak"),
        AssessmentState.DECIDED: _l("Avgjort"),
        AssessmentState.WITHDRAWN: _l("Trukket"),
        AssessmentState.LAPSED: _l("Lagt bort uten aktivitet"),
    },
    AnswerValue: {
        AnswerValue.NOT_MET: _l("Ikke oppfylt"),
        AnswerValue.PARTLY: _l("Delvis oppfylt"),
        AnswerValue.MET: _l("Oppfylt"),
        AnswerValue.NOT_APPLICABLE: _l("Ikke aktuelt for oss"),
    },
    FindingValue: {
        FindingValue.NOT_SEEN: _l("Ikke vurdert ennå"),
        FindingValue.APPROVED: _l("Godkjent"),
        FindingValue.MINOR: _l("Mindre avvik"),
        FindingValue.MAJOR: _l("Vesentlig avvik"),
        FindingValue.OBSERVATION: _l("Godkjent med observasjon"),
        FindingValue.IMPROVEMENT: _l("Godkjent, kan forbedres"),
        FindingValue.GOOD_PRACTICE: _l("God praksis"),
    },
    DecisionOutcome: {
        DecisionOutcome.APPROVED: _l("Godkjent"),
        DecisionOutcome.APPROVED_WITH_MILESTONES: _l("Godkjent med milepæler"),
        DecisionOutcome.POSTPONED: _l("Utsatt"),
        DecisionOutcome.NOT_APPROVED: _l("Ikke godkjent"),
    },
}
