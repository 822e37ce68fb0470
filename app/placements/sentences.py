"""The rules' findings about an agreement and a start, as sentences."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.filters import label, scheme_names, written_date
from app.translate import _
from matching.rules.agreement import AgreementCode
from matching.rules.findings import Finding
from matching.rules.nav_schemes import SchemeCode
from matching.rules.start_requirements import StartCode
from matching.types import ApprovalParty, ContractType

PLAIN: dict[StrEnum, LazyString] = {
    StartCode.start_date_missing: _l("Sett første dag."),
    StartCode.risk_assessment_missing: _l(
        "Arbeidsgiveren må ha vurdert risikoen for akkurat denne personen før oppstart, fordi personen er under 18 år."
    ),
    StartCode.risk_assessment_after_start: _l("Risikoen må være vurdert senest første dag."),
    StartCode.guardian_consent_missing: _l("Foresatte må ha samtykket skriftlig før oppstart."),
    StartCode.guardian_consent_after_start: _l("Foresattes samtykke må være gitt senest første dag."),
    StartCode.contract_missing: _l("Velg hvilken kontrakt som gjelder."),
    StartCode.contract_reference_missing: _l("Skriv referansen til kontrakten."),
    StartCode.contract_date_missing: _l("Sett datoen på kontrakten."),
    StartCode.contract_after_start: _l("Kontrakten må være datert senest første dag."),
    StartCode.counsellor_approved_first: _l("Veilederen godkjenner til slutt."),
    AgreementCode.end_missing: _l("Denne typen plass har en slutt. Sett siste dag."),
    AgreementCode.ends_before_start: _l("Siste dag kan ikke være før første dag."),
    AgreementCode.hours_missing: _l("Skriv hvor mange timer i uken."),
    AgreementCode.day_ahead: _l("Datoen kan ikke ligge fram i tid."),
}


def sentence(finding: Finding) -> str:
    """One finding as a sentence."""
    code, params = finding.code, finding.params
    if code in PLAIN:
        return str(PLAIN[code])
    if isinstance(code, SchemeCode):
        return _scheme_sentence(code, finding)
    match code:
        case StartCode.too_young_to_work:
            return _("Personen er for ung. Laveste alder er %(age)s år.", age=params["lowest"])
        case StartCode.too_young_for_work_training:
            return _("NAVs tiltak er for dem som har fylt %(age)s år.", age=params["lowest"])
        case StartCode.contract_does_not_fit_kind:
            expected = label(ContractType(str(params["expected"])))
            return _("Denne typen plass skal ha en annen kontrakt: %(kind)s.", kind=expected)
        case StartCode.approval_missing:
            return _("Godkjenning mangler fra: %(party)s.", party=label(ApprovalParty(str(params["party"]))))
        case AgreementCode.too_many_hours:
            return _("Loven tillater høyst %(n)s timer i uken for denne personen.", n=params["limit"])
        case AgreementCode.more_hours_than_usual:
            return _("Mer enn %(n)s timer i uken er overtid eller krever egen avtale.", n=params["limit"])
    raise KeyError(code)


def sentences(findings: Iterable[object]) -> list[str]:
    """Findings as sentences, each once."""
    return list(dict.fromkeys(sentence(one) for one in findings if isinstance(one, Finding)))


def _scheme_sentence(code: SchemeCode, finding: Finding) -> str:
    params = finding.params
    scheme = scheme_names([str(params["scheme"])]) or str(params["scheme"])
    match code:
        case SchemeCode.unknown_scheme:
            return _("Virkemiddelet %(scheme)s finnes ikke.", scheme=scheme)
        case SchemeCode.scheme_not_for_kind:
            return _("%(scheme)s kan ikke brukes til denne typen plass.", scheme=scheme)
        case SchemeCode.scheme_not_open:
            return _("%(scheme)s kan ikke begynne på denne datoen.", scheme=scheme)
        case SchemeCode.scheme_end_missing:
            return _("%(scheme)s varer ikke for alltid. Sett siste dag for støtten.", scheme=scheme)
        case SchemeCode.scheme_too_long:
            latest = written_date(date.fromisoformat(str(params["latest"])))
            return _("%(scheme)s kan vare til og med %(day)s.", scheme=scheme, day=latest)
        case SchemeCode.scheme_too_young:
            return _("%(scheme)s er for dem som har fylt %(age)s år.", scheme=scheme, age=params["min_age"])
        case SchemeCode.scheme_too_old:
            return _("%(scheme)s er for dem som er høyst %(age)s år.", scheme=scheme, age=params["max_age"])
