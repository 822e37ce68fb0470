"""The rules' findings about an agreement and a start, as sentences."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from app.words.filters import label, scheme_names, written_date
from app.words.numbers import NUMBERS
from ground.findings import Finding
from matching.catalogue.kinds import ContractType
from matching.law.nav_schemes import SchemeCode
from matching.placements.rules.agreement import AgreementCode
from matching.placements.rules.start import StartCode
from matching.records.types import ApprovalParty

PLAIN: dict[StrEnum, LazyString] = {
    StartCode.START_DATE_MISSING: _l("Sett første dag."),
    StartCode.RISK_ASSESSMENT_MISSING: _l(
        "Arbeidsgiveren må ha vurdert risikoen for akkurat denne personen før oppstart, "
        "fordi personen er under %(age)s år.",
        age=NUMBERS.ages.adult_from,
    ),
    StartCode.RISK_ASSESSMENT_AFTER_START: _l("Risikoen må være vurdert senest første dag."),
    StartCode.GUARDIAN_CONSENT_MISSING: _l("Foresatte må ha samtykket skriftlig før oppstart."),
    StartCode.GUARDIAN_CONSENT_AFTER_START: _l("Foresattes samtykke må være gitt senest første dag."),
    StartCode.CONTRACT_MISSING: _l("Velg hvilken kontrakt som gjelder."),
    StartCode.CONTRACT_REFERENCE_MISSING: _l("Skriv referansen til kontrakten."),
    StartCode.CONTRACT_DATE_MISSING: _l("Sett datoen på kontrakten."),
    StartCode.CONTRACT_AFTER_START: _l("Kontrakten må være datert senest første dag."),
    StartCode.COUNSELLOR_APPROVED_FIRST: _l("Veilederen godkjenner til slutt."),
    AgreementCode.END_MISSING: _l("Denne typen plass har en slutt. Sett siste dag."),
    AgreementCode.ENDS_BEFORE_START: _l("Siste dag kan ikke være før første dag."),
    AgreementCode.HOURS_MISSING: _l("Skriv hvor mange timer i uken."),
    AgreementCode.AGAINST_THE_LAW: _l(
        "Loven tillater ikke dette arbeidet eller disse vaktene for denne personen fra denne dagen."
    ),
    AgreementCode.DAY_AHEAD: _l("Datoen kan ikke ligge fram i tid."),
}


def sentence(finding: Finding) -> str:
    """One finding as a sentence."""
    code, params = finding.code, finding.params
    if code in PLAIN:
        return str(PLAIN[code])
    if isinstance(code, SchemeCode):
        return _scheme_sentence(code, finding)
    match code:
        case StartCode.TOO_YOUNG_TO_WORK:
            return _("Personen er for ung. Laveste alder er %(age)s år.", age=params["lowest"])
        case StartCode.TOO_YOUNG_FOR_WORK_TRAINING:
            return _("Arbeidstrening er for dem som har fylt %(age)s år.", age=params["lowest"])
        case StartCode.CONTRACT_DOES_NOT_FIT_KIND:
            expected = label(ContractType(str(params["expected"])))
            return _("Denne typen plass skal ha en annen kontrakt: %(kind)s.", kind=expected)
        case StartCode.APPROVAL_MISSING:
            return _("Godkjenning mangler fra: %(party)s.", party=label(ApprovalParty(str(params["party"]))))
        case AgreementCode.STARTS_TOO_EARLY:
            earliest = written_date(date.fromisoformat(str(params["earliest"])))
            return _("Første dag kan ikke være før %(day)s.", day=earliest)
        case AgreementCode.TOO_MANY_HOURS:
            return _("Loven tillater høyst %(n)s timer i uken for denne personen.", n=params["limit"])
        case AgreementCode.MORE_HOURS_THAN_USUAL:
            return _("Mer enn %(n)s timer i uken er overtid eller krever egen avtale.", n=params["limit"])
    raise KeyError(code)


def sentences(findings: Iterable[Finding]) -> list[str]:
    """Findings as sentences, each once."""
    return list(dict.fromkeys(sentence(one) for one in findings))


def _scheme_sentence(code: SchemeCode, finding: Finding) -> str:
    params = finding.params
    scheme = scheme_names([str(params["scheme"])])
    match code:
        case SchemeCode.UNKNOWN_SCHEME:
            return _("Virkemiddelet %(scheme)s finnes ikke.", scheme=scheme)
        case SchemeCode.SCHEME_NOT_FOR_KIND:
            return _("%(scheme)s kan ikke brukes til denne typen plass.", scheme=scheme)
        case SchemeCode.SCHEME_NOT_OPEN:
            return _("%(scheme)s kan ikke begynne på denne datoen.", scheme=scheme)
        case SchemeCode.SCHEME_END_MISSING:
            return _("%(scheme)s varer ikke for alltid. Sett siste dag for støtten.", scheme=scheme)
        case SchemeCode.SCHEME_ENDS_BEFORE_START:
            return _("%(scheme)s kan ikke slutte før første dag.", scheme=scheme)
        case SchemeCode.SCHEME_TOO_LONG:
            latest = written_date(date.fromisoformat(str(params["latest"])))
            return _("%(scheme)s kan vare til og med %(day)s.", scheme=scheme, day=latest)
        case SchemeCode.SCHEME_TOO_YOUNG:
            return _("%(scheme)s er for dem som har fylt %(age)s år.", scheme=scheme, age=params["min_age"])
        case SchemeCode.SCHEME_TOO_OLD:
            return _("%(scheme)s er for dem som er høyst %(age)s år.", scheme=scheme, age=params["max_age"])
