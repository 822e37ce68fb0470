"""What a decision rests on and what comes out of it, as plain values (certification.md 5 and 7.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.codes import ConditionCode, ReasonCode, ReasonKind
from certification.cases.types import DecisionOutcome
from certification.criteria.editions.schema import Edition
from certification.criteria.rules.profile import Profile
from certification.criteria.types import FindingValue, LevelId, Round
from ground.params import Params


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """The certifier's finding on a criterion.

    `explanation_accepted` says that the certifier accepts the employer's note: as the explanation of an unmet
    «should», or as the plan for a result in the first round. `milestone` is the day by which a minor
    nonconformity must be put right.
    """

    value: FindingValue = FindingValue.NOT_SEEN
    explanation_accepted: bool = False
    milestone: date | None = None


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """The employer's claim and the certifier's finding, side by side; neither overwrites the other."""

    answer: AnswerFacts = field(default_factory=AnswerFacts)
    finding: FindingFacts = field(default_factory=FindingFacts)


@dataclass(frozen=True, slots=True)
class Decider:
    """One of those who decide, and whether that person stands outside the county's own organisation."""

    person: UUID
    outside_county: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """Everything a decision rests on.

    `organisation_people` are the organisation's contacts and advisers, present and past. `county_unit` is
    true for the county's own units. `held_level_before` says that the organisation has had this level
    before. `organisation_verified`: Enhetsregisteret has it in order now. `earlier_certifiers` had the case before the
    one who has it. `answers_hash` is that of the answers now, `signed_answers_hash` that of what the leader signed.
    """

    edition: Edition
    level: LevelId
    profile: Profile
    round: Round
    criteria: Mapping[str, CriterionFacts]
    organisation_verified: bool
    answers_hash: str
    signed_answers_hash: str | None
    certifier: UUID | None
    earlier_certifiers: frozenset[UUID]
    impartiality_declared: bool
    deciders: tuple[Decider, ...]
    organisation_people: frozenset[UUID]
    county_unit: bool
    held_level_before: bool
    today: date


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands against approval: what, where, and the values a sentence about it needs."""

    code: ReasonCode
    criterion_id: str | None = None
    area_id: str | None = None
    params: Params = field(default_factory=dict)

    @property
    def kind(self) -> ReasonKind:
        """What the reason is about."""
        return KINDS.get(self.code, ReasonKind.SUBSTANCE)


@dataclass(frozen=True, slots=True)
class ApprovalCondition:
    """Something an approval brings with it; `due` is None when it is due in the first annual report."""

    code: ConditionCode
    criterion_id: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionVerdict:
    """What may be decided, why not more, and what an approval would bring with it."""

    allowed: frozenset[DecisionOutcome]
    reasons: tuple[Reason, ...]
    conditions: tuple[ApprovalCondition, ...]
    rule_version: str

    def may(self, outcome: DecisionOutcome) -> bool:
        """Whether this outcome may be decided."""
        return outcome in self.allowed


# All other reasons are about the substance of the case.
KINDS: dict[ReasonCode, ReasonKind] = {
    ReasonCode.TWO_DECIDERS_NEEDED: ReasonKind.DECIDERS,
    ReasonCode.DECIDER_IS_CERTIFIER: ReasonKind.DECIDERS,
    ReasonCode.DECIDER_BELONGS_TO_ORGANISATION: ReasonKind.DECIDERS,
    ReasonCode.DECIDER_BELONGS_TO_COUNTY: ReasonKind.DECIDERS,
    ReasonCode.ORGANISATION_NOT_VERIFIED: ReasonKind.CASE,
    ReasonCode.SIGNATURE_MISSING: ReasonKind.CASE,
    ReasonCode.SIGNATURE_OUTDATED: ReasonKind.CASE,
    ReasonCode.PROFILE_INCOMPLETE: ReasonKind.CASE,
    ReasonCode.NOTHING_TO_ASSESS: ReasonKind.CASE,
    ReasonCode.CERTIFIER_MISSING: ReasonKind.CASE,
    ReasonCode.CERTIFIER_NOT_IMPARTIAL: ReasonKind.CASE,
    ReasonCode.UNANSWERED: ReasonKind.CASE,
    ReasonCode.FINDING_MISSING: ReasonKind.REVIEW,
    ReasonCode.MILESTONE_MISSING: ReasonKind.REVIEW,
    ReasonCode.MILESTONE_PASSED: ReasonKind.REVIEW,
}
