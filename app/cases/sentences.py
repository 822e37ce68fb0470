"""Sentences for what the rules answer with: gaps, reasons against an approval, and what an approval brings with it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import format_decimal, format_percent

from app.cases.lines import Said
from app.kernel.language import current_language
from app.kernel.translate import _, ngettext
from app.words.filters import in_words, label, written_date
from app.words.numbers import NUMBERS
from certification.cases.rules.codes import ConditionCode, GapCode, ReasonCode
from certification.cases.rules.decision_facts import ApprovalCondition, Reason
from certification.cases.rules.gaps import Gap
from certification.criteria.editions.criterion import Criterion
from certification.criteria.editions.schema import Edition
from certification.criteria.types import AnswerValue, EvidenceKind, IndicatorKind, ProfileQuestionId
from ground.params import Params


@dataclass(frozen=True)
class About:
    """What a sentence is about, where it needs to know: the criterion, and the name of the area."""

    criterion: Criterion | None
    area: str


Text = Callable[[Params, About], str]


def gap_sentence(gap: Gap, edition: Edition) -> str:
    """What is missing, as a sentence to the employer; where it is stands beside it."""
    return GAPS[gap.code](gap.params, _about(gap, edition))


def gap_said(gap: Gap, edition: Edition) -> Said:
    """What is missing and where, to be told together with the other gaps."""
    text = gap_sentence(gap, edition)
    if gap.code is GapCode.PROFILE_UNANSWERED:
        return Said(text, question=label(ProfileQuestionId(str(gap.params["question"]))))
    of_several = _unanswered if gap.code is GapCode.UNANSWERED else None
    return Said(text, _criteria_of(gap), gap.area_id, of_several=of_several)


def reason_said(reason: Reason, edition: Edition) -> Said:
    """Why the case may not be approved, as a sentence to certifier and county, and where."""
    text = REASONS[reason.code](reason.params, _about(reason, edition))
    of_several = _unseen if reason.code is ReasonCode.FINDING_MISSING else None
    return Said(text, _criteria_of(reason), reason.area_id, of_several=of_several)


def condition_said(condition: ApprovalCondition) -> Said:
    """What an approval brings with it, and for which criterion."""
    if condition.code is ConditionCode.MILESTONE:
        text = _("Må være rettet innen %(date)s.", date=written_date(condition.due))
    else:
        text = _("Tallet skal med i den første årsrapporten.")
    return Said(text, (condition.criterion_id,))


def joined(words: list[str], last: str) -> str:
    """«a, b eller c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def evidence_words(kinds: tuple[str, ...]) -> str:
    """The kinds of evidence of which one will do."""
    return joined([label(EvidenceKind(kind)) for kind in kinds], _("eller"))


def figure_words(value: object, criterion: Criterion | None) -> str:
    """A figure of an indicator as people write it: a share in per cent, else a number."""
    number = Decimal(str(value))
    is_share = (
        criterion is not None and criterion.indicator is not None and criterion.indicator.kind is IndicatorKind.SHARE
    )
    return str(format_percent(number, format="#,##0 %") if is_share else format_decimal(number, "#,##0.#"))


def _about(found: Gap | Reason, edition: Edition) -> About:
    return About(
        edition.criterion(found.criterion_id) if found.criterion_id else None,
        edition.area_name(found.area_id, current_language()) if found.area_id else "",
    )


def _criteria_of(found: Gap | Reason) -> tuple[str, ...]:
    """The criteria it is about: its own, or those of which some must be met."""
    return (found.criterion_id,) if found.criterion_id else tuple(_codes(found.params, "criteria"))


def _unanswered(count: int) -> str:
    return ngettext("%(num)s kriterium er ikke besvart.", "%(num)s kriterier er ikke besvart.", count)


def _unseen(count: int) -> str:
    return ngettext(
        "%(num)s kriterium må vurderes (også om svaret er endret etterpå).",
        "%(num)s kriterier må vurderes (også svar som er endret etterpå).",
        count,
    )


def _codes(params: Params, name: str) -> list[str]:
    value = params.get(name, ())
    return list(value) if isinstance(value, tuple) else []


def _below(params: Params, about: About) -> str:
    return _(
        "Tallet når ikke terskelen: %(reached)s, og det kreves %(required)s.",
        reached=figure_words(params["reached"], about.criterion),
        required=figure_words(params["required"], about.criterion),
    )


def _pool(params: Params, about: About) -> str:
    return _("%(area)s: minst %(required)s av disse må være oppfylt.", area=about.area, required=params["required"])


def _must_not_met(params: Params, _about: About) -> str:
    answer = label(AnswerValue(str(params["answer"])))
    return _("Dette må være oppfylt. Dere har svart «%(answer)s».", answer=answer)


def _questions(params: Params, _about: About) -> str:
    names = [label(ProfileQuestionId(question)) for question in _codes(params, "questions")]
    return _("Spørsmål om virksomheten er ikke besvart: %(questions)s.", questions=", ".join(names))


GAPS: dict[GapCode, Text] = {
    GapCode.PROFILE_UNANSWERED: lambda _p, _a: _("Svar på dette om dere."),
    GapCode.UNANSWERED: lambda _p, _a: _("Ikke besvart ennå."),
    GapCode.NOT_APPLICABLE_NOT_ALLOWED: lambda _p, _a: _("Dette gjelder alle. Velg et annet svar."),
    GapCode.NOT_APPLICABLE_REASON_MISSING: lambda _p, _a: _("Skriv hvorfor dette ikke er aktuelt for dere."),
    GapCode.SIGNATURE_MISSING: lambda _p, _a: _("En leder må signere."),
    GapCode.MUST_NOT_MET: _must_not_met,
    GapCode.SHOULD_NOT_MET_OR_EXPLAINED: lambda _p, _a: _("Oppfyll dette, eller forklar hvorfor ikke."),
    GapCode.CHOICE_POOL_EMPTY: _pool,
    GapCode.EVIDENCE_MISSING: lambda params, _a: _(
        "Legg ved dokumentasjon: %(kinds)s.", kinds=evidence_words(tuple(_codes(params, "kinds")))
    ),
    GapCode.FIGURE_MISSING: lambda _p, _a: _("Fyll inn tallet."),
    GapCode.BELOW_THRESHOLD: _below,
    GapCode.RESULT_NOT_MET_OR_EXPLAINED: lambda _p, _a: _(
        "Gruppen er for liten til å vise tall. Forklar hvordan det har gått."
    ),
    GapCode.ACTION_PLAN_TOO_SHORT: lambda params, _a: _(
        "Planen har %(actions)s tiltak med ansvarlig og frist. Det skal være minst %(required)s.",
        actions=params["actions"],
        required=params["required"],
    ),
}

REASONS: dict[ReasonCode, Text] = {
    ReasonCode.TWO_DECIDERS_NEEDED: lambda _p, _a: _(
        "%(deciders)s ulike personer må beslutte.", deciders=in_words(NUMBERS.deciders).capitalize()
    ),
    ReasonCode.DECIDER_IS_CERTIFIER: lambda _p, _a: _("Den som har vært sertifisør i saken, kan ikke beslutte."),
    ReasonCode.DECIDER_BELONGS_TO_ORGANISATION: lambda _p, _a: _(
        "Den som har eller har hatt en rolle i virksomheten, kan ikke beslutte."
    ),
    ReasonCode.DECIDER_BELONGS_TO_COUNTY: lambda _p, _a: _(
        "Virksomheten hører til fylkeskommunen. Begge som beslutter, må være fagrådsmedlemmer utenfra."
    ),
    ReasonCode.SIGNATURE_MISSING: lambda _p, _a: _("Ingen leder har signert."),
    ReasonCode.SIGNATURE_OUTDATED: lambda _p, _a: _("Noe er endret etter at lederen signerte."),
    ReasonCode.PROFILE_INCOMPLETE: _questions,
    ReasonCode.NOTHING_TO_ASSESS: lambda _p, _a: _("Ingen kriterier gjelder for saken."),
    ReasonCode.LEVEL_NOT_RENEWABLE: lambda _p, _a: _("Virksomheten har hatt nivået før, og det kan ikke fornyes."),
    ReasonCode.CERTIFIER_MISSING: lambda _p, _a: _("Saken har ingen sertifisør."),
    ReasonCode.ORGANISATION_NOT_VERIFIED: lambda _p, _a: _(
        "Enhetsregisteret har ikke virksomheten som registrert og i drift nå."
    ),
    ReasonCode.CERTIFIER_NOT_IMPARTIAL: lambda _p, _a: _("Sertifisøren er ikke habil, eller har ikke erklært det."),
    ReasonCode.UNANSWERED: lambda _p, _a: _("Virksomheten har ikke svart."),
    ReasonCode.FINDING_MISSING: lambda _p, _a: _("Funn mangler, eller svaret er endret etter funnet."),
    ReasonCode.MILESTONE_MISSING: lambda _p, _a: _("Et mindre avvik trenger en dato for når det er rettet."),
    ReasonCode.MILESTONE_PASSED: lambda _p, _a: _("Datoen for å rette det mindre avviket er passert."),
    ReasonCode.MAJOR_NONCONFORMITY: lambda _p, _a: _("Et vesentlig avvik er åpent."),
    ReasonCode.GATE_NOT_IN_ORDER: lambda _p, _a: _("Grunnmuren må være helt i orden, også uten mindre avvik."),
    ReasonCode.EMPLOYER_SAYS_NOT_MET: lambda _p, _a: _("Virksomheten har svart at dette ikke er oppfylt."),
    ReasonCode.NOT_APPLICABLE_NOT_ALLOWED: lambda _p, _a: _("Kriteriet gjelder alle, men er besvart «ikke aktuelt»."),
    ReasonCode.NOT_APPLICABLE_REASON_MISSING: lambda _p, _a: _("«Ikke aktuelt» er ikke begrunnet."),
    ReasonCode.NOT_APPLICABLE_NOT_ACCEPTED: lambda _p, _a: _("«Ikke aktuelt» er ikke godtatt."),
    ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED: lambda _p, _a: _("Ikke oppfylt, og ingen forklaring er godtatt."),
    ReasonCode.CHOICE_POOL_EMPTY: _pool,
    ReasonCode.FIGURE_MISSING: lambda _p, _a: _("Tallet mangler."),
    ReasonCode.BELOW_THRESHOLD: _below,
    ReasonCode.RESULT_NOT_MET_OR_EXPLAINED: lambda _p, _a: _(
        "Gruppen er for liten til å vise tall, og ingen forklaring er godtatt."
    ),
}
