"""Sentences for what the rules answer with: gaps, reasons against an approval, and what an approval brings with it."""

from collections.abc import Callable
from decimal import Decimal

from flask_babel import format_decimal, format_percent

from app.kernel.language import current_language
from app.kernel.translate import _
from app.words.filters import in_words, label, written_date
from app.words.numbers import NUMBERS
from certification.cases.rules.codes import ConditionCode, GapCode, ReasonCode
from certification.cases.rules.decision_facts import ApprovalCondition, Reason
from certification.cases.rules.gaps import Gap
from certification.criteria.editions.criterion import Criterion
from certification.criteria.editions.schema import Edition
from certification.criteria.types import AnswerValue, EvidenceKind, IndicatorKind, ProfileQuestionId
from ground.params import Params

Text = Callable[[Params, Criterion | None], str]


def gap_sentence(gap: Gap, edition: Edition) -> str:
    """What is missing, as a sentence to the employer; where it is stands beside it."""
    return GAPS[gap.code](gap.params, _criterion(edition, gap.criterion_id))


def reason_sentence(reason: Reason, edition: Edition) -> str:
    """Why the case may not be approved, as a sentence to certifier and county."""
    return REASONS[reason.code](reason.params, _criterion(edition, reason.criterion_id))


def place_name(criterion_id: str | None, area_id: str | None, edition: Edition) -> str:
    """Where something is: the criterion's number, or the name of the area; empty for the case as a whole."""
    if criterion_id:
        return criterion_id
    return edition.area_name(area_id, current_language()) if area_id else ""


def condition_sentence(condition: ApprovalCondition) -> str:
    """What an approval brings with it."""
    if condition.code is ConditionCode.MILESTONE:
        return _(
            "%(criterion)s må være rettet innen %(date)s.",
            criterion=condition.criterion_id,
            date=written_date(condition.due),
        )
    return _("Tallet i %(criterion)s skal med i den første årsrapporten.", criterion=condition.criterion_id)


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


def _criterion(edition: Edition, criterion_id: str | None) -> Criterion | None:
    return edition.criterion(criterion_id) if criterion_id else None


def _codes(params: Params, name: str) -> list[str]:
    value = params.get(name, ())
    return list(value) if isinstance(value, tuple) else []


def _below(params: Params, criterion: Criterion | None) -> str:
    return _(
        "Tallet når ikke terskelen: %(reached)s, og det kreves %(required)s.",
        reached=figure_words(params["reached"], criterion),
        required=figure_words(params["required"], criterion),
    )


def _pool(params: Params, _criterion: Criterion | None) -> str:
    return _(
        "Oppfyll minst %(required)s av de valgfrie: %(criteria)s.",
        required=params["required"],
        criteria=", ".join(_codes(params, "criteria")),
    )


def _must_not_met(params: Params, _criterion: Criterion | None) -> str:
    answer = label(AnswerValue(str(params["answer"])))
    return _("Dette må være oppfylt. Dere har svart «%(answer)s».", answer=answer)


def _questions(params: Params, _criterion: Criterion | None) -> str:
    names = [label(ProfileQuestionId(question)) for question in _codes(params, "questions")]
    return _("Spørsmål om virksomheten er ikke besvart: %(questions)s.", questions=", ".join(names))


GAPS: dict[GapCode, Text] = {
    GapCode.PROFILE_UNANSWERED: lambda params, _c: _(
        "Svar på spørsmålet om dere: %(question)s.",
        question=label(ProfileQuestionId(str(params["question"]))),
    ),
    GapCode.UNANSWERED: lambda _p, _c: _("Ikke besvart ennå."),
    GapCode.NOT_APPLICABLE_NOT_ALLOWED: lambda _p, _c: _("Dette gjelder alle. Velg et annet svar."),
    GapCode.NOT_APPLICABLE_REASON_MISSING: lambda _p, _c: _("Skriv hvorfor dette ikke er aktuelt for dere."),
    GapCode.SIGNATURE_MISSING: lambda _p, _c: _("En leder må signere."),
    GapCode.MUST_NOT_MET: _must_not_met,
    GapCode.SHOULD_NOT_MET_OR_EXPLAINED: lambda _p, _c: _("Oppfyll dette, eller forklar hvorfor ikke."),
    GapCode.CHOICE_POOL_EMPTY: _pool,
    GapCode.EVIDENCE_MISSING: lambda params, _c: _(
        "Legg ved dokumentasjon: %(kinds)s.", kinds=evidence_words(tuple(_codes(params, "kinds")))
    ),
    GapCode.FIGURE_MISSING: lambda _p, _c: _("Fyll inn tallet."),
    GapCode.BELOW_THRESHOLD: _below,
    GapCode.RESULT_NOT_MET_OR_EXPLAINED: lambda _p, _c: _(
        "Gruppen er for liten til å vise tall. Forklar hvordan det har gått."
    ),
    GapCode.ACTION_PLAN_TOO_SHORT: lambda params, _c: _(
        "Planen har %(actions)s tiltak med ansvarlig og frist. Det skal være minst %(required)s.",
        actions=params["actions"],
        required=params["required"],
    ),
}

REASONS: dict[ReasonCode, Text] = {
    ReasonCode.TWO_DECIDERS_NEEDED: lambda _p, _c: _(
        "%(deciders)s ulike personer må beslutte.", deciders=in_words(NUMBERS.deciders).capitalize()
    ),
    ReasonCode.DECIDER_IS_CERTIFIER: lambda _p, _c: _("Den som har vært sertifisør i saken, kan ikke beslutte."),
    ReasonCode.DECIDER_BELONGS_TO_ORGANISATION: lambda _p, _c: _(
        "Den som har eller har hatt en rolle i virksomheten, kan ikke beslutte."
    ),
    ReasonCode.DECIDER_BELONGS_TO_COUNTY: lambda _p, _c: _(
        "Virksomheten hører til fylkeskommunen. Begge som beslutter, må være fagrådsmedlemmer utenfra."
    ),
    ReasonCode.SIGNATURE_MISSING: lambda _p, _c: _("Ingen leder har signert."),
    ReasonCode.SIGNATURE_OUTDATED: lambda _p, _c: _("Noe er endret etter at lederen signerte."),
    ReasonCode.PROFILE_INCOMPLETE: _questions,
    ReasonCode.NOTHING_TO_ASSESS: lambda _p, _c: _("Ingen kriterier gjelder for saken."),
    ReasonCode.LEVEL_NOT_RENEWABLE: lambda _p, _c: _("Virksomheten har hatt nivået før, og det kan ikke fornyes."),
    ReasonCode.CERTIFIER_MISSING: lambda _p, _c: _("Saken har ingen sertifisør."),
    ReasonCode.ORGANISATION_NOT_VERIFIED: lambda _p, _c: _(
        "Enhetsregisteret har ikke virksomheten som registrert og i drift nå."
    ),
    ReasonCode.CERTIFIER_NOT_IMPARTIAL: lambda _p, _c: _("Sertifisøren er ikke habil, eller har ikke erklært det."),
    ReasonCode.UNANSWERED: lambda _p, _c: _("Virksomheten har ikke svart."),
    ReasonCode.FINDING_MISSING: lambda _p, _c: _("Funn mangler, eller svaret er endret etter funnet."),
    ReasonCode.MILESTONE_MISSING: lambda _p, _c: _("Et mindre avvik trenger en dato for når det er rettet."),
    ReasonCode.MILESTONE_PASSED: lambda _p, _c: _("Datoen for å rette det mindre avviket er passert."),
    ReasonCode.MAJOR_NONCONFORMITY: lambda _p, _c: _("Et vesentlig avvik er åpent."),
    ReasonCode.GATE_NOT_IN_ORDER: lambda _p, _c: _("Grunnmuren må være helt i orden, også uten mindre avvik."),
    ReasonCode.EMPLOYER_SAYS_NOT_MET: lambda _p, _c: _("Virksomheten har svart at dette ikke er oppfylt."),
    ReasonCode.NOT_APPLICABLE_NOT_ALLOWED: lambda _p, _c: _("Kriteriet gjelder alle, men er besvart «ikke aktuelt»."),
    ReasonCode.NOT_APPLICABLE_REASON_MISSING: lambda _p, _c: _("«Ikke aktuelt» er ikke begrunnet."),
    ReasonCode.NOT_APPLICABLE_NOT_ACCEPTED: lambda _p, _c: _("«Ikke aktuelt» er ikke godtatt."),
    ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED: lambda _p, _c: _("Ikke oppfylt, og ingen forklaring er godtatt."),
    ReasonCode.CHOICE_POOL_EMPTY: _pool,
    ReasonCode.FIGURE_MISSING: lambda _p, _c: _("Tallet mangler."),
    ReasonCode.BELOW_THRESHOLD: _below,
    ReasonCode.RESULT_NOT_MET_OR_EXPLAINED: lambda _p, _c: _(
        "Gruppen er for liten til å vise tall, og ingen forklaring er godtatt."
    ),
}
