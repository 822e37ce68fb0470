"""What may be decided in a case, and line by line why not more (certification.md 7.3; catalogue: beslutning).

The rule fails closed: what is not known stands against approval. It holds for every level alike; a level
that builds upon another (Pådriver) asks at least as much of each criterion, which the loader checks, and must
fill the choice pool of both.
"""

from collections.abc import Collection, Iterator
from uuid import UUID

from certification.cases.rules.codes import ConditionCode, ReasonCode, ReasonKind
from certification.cases.rules.decision_facts import Decider, DecisionFacts, DecisionVerdict, Reason
from certification.cases.rules.judgement import judge
from certification.cases.types import DecisionOutcome
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.rules.choice_pool import empty_pools

RULE_VERSION = "2026-11.2"
DECIDERS_NEEDED = 2


def decide(facts: DecisionFacts) -> DecisionVerdict:
    """What may be decided. Raises `UnknownLevel` when the edition does not have the level.

    Nothing may be decided by the wrong people. A case that is not ready (signature, profile, certifier) or
    not fully reviewed may only be postponed. A refusal must rest on the substance, an approval on there being
    no reason at all; with a milestone it is an approval with milestones.
    """
    applicable = applicable_criteria(facts.edition, facts.profile, facts.level, facts.round)
    judgements = {item.criterion.id: judge(facts, item) for item in applicable}
    met = frozenset(id_ for id_, judgement in judgements.items() if judgement.met)
    pools = empty_pools(facts.edition, facts.profile, facts.level, facts.round, met)
    reasons = (
        *_about_deciders(facts),
        *_about_case(facts),
        *(() if applicable else (Reason(ReasonCode.NOTHING_TO_ASSESS),)),
        *(judgement.reason for judgement in judgements.values() if judgement.reason),
        *(Reason(ReasonCode.CHOICE_POOL_EMPTY, area_id=pool.area_id, params=pool.params()) for pool in pools),
    )
    conditions = tuple(c for judgement in judgements.values() for c in judgement.conditions)
    has_milestone = any(condition.code is ConditionCode.MILESTONE for condition in conditions)
    return DecisionVerdict(_allowed(reasons, has_milestone), reasons, conditions, RULE_VERSION)


def _allowed(reasons: tuple[Reason, ...], has_milestone: bool) -> frozenset[DecisionOutcome]:
    kinds = {reason.kind for reason in reasons}
    if ReasonKind.DECIDERS in kinds:
        return frozenset()
    if ReasonKind.SUBSTANCE in kinds and ReasonKind.CASE not in kinds:
        return frozenset({DecisionOutcome.POSTPONED, DecisionOutcome.NOT_APPROVED})
    if kinds:
        return frozenset({DecisionOutcome.POSTPONED})
    if has_milestone:
        return frozenset({DecisionOutcome.APPROVED_WITH_MILESTONES})
    return frozenset({DecisionOutcome.APPROVED})


def unfit_to_decide(
    decider: Decider, *, certifiers: Collection[UUID], organisation_people: Collection[UUID], county_unit: bool
) -> Iterator[ReasonCode]:
    """What keeps one person from deciding a case, whatever stands in it: for the rule, and before it is offered."""
    if decider.person in certifiers:
        yield ReasonCode.DECIDER_IS_CERTIFIER
    if decider.person in organisation_people:
        yield ReasonCode.DECIDER_BELONGS_TO_ORGANISATION
    if county_unit and not decider.outside_county:
        yield ReasonCode.DECIDER_BELONGS_TO_COUNTY


def _about_deciders(facts: DecisionFacts) -> Iterator[Reason]:
    if len(facts.deciders) != DECIDERS_NEEDED or len({d.person for d in facts.deciders}) != DECIDERS_NEEDED:
        yield Reason(ReasonCode.TWO_DECIDERS_NEEDED, params={"required": DECIDERS_NEEDED})
    certifiers = facts.earlier_certifiers | ({facts.certifier} if facts.certifier else set())
    for decider in facts.deciders:
        unfit = unfit_to_decide(
            decider,
            certifiers=certifiers,
            organisation_people=facts.organisation_people,
            county_unit=facts.county_unit,
        )
        for code in unfit:
            yield Reason(code, params={"person": str(decider.person)})


def _about_case(facts: DecisionFacts) -> Iterator[Reason]:
    if not facts.organisation_verified:
        yield Reason(ReasonCode.ORGANISATION_NOT_VERIFIED)
    if not facts.signed_answers_hash:
        yield Reason(ReasonCode.SIGNATURE_MISSING)
    elif facts.signed_answers_hash != facts.answers_hash:
        yield Reason(ReasonCode.SIGNATURE_OUTDATED)
    if unanswered := facts.profile.unanswered():
        yield Reason(ReasonCode.PROFILE_INCOMPLETE, params={"questions": tuple(unanswered)})
    if facts.certifier is None:
        yield Reason(ReasonCode.CERTIFIER_MISSING)
    elif facts.certifier in facts.organisation_people or not facts.impartiality_declared:
        yield Reason(ReasonCode.CERTIFIER_NOT_IMPARTIAL)
    if facts.held_level_before and not facts.edition.level(facts.level).renewable:
        yield Reason(ReasonCode.LEVEL_NOT_RENEWABLE)
