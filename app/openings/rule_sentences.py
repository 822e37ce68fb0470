"""Sentences for what stands in the way of publishing an opening, and the form field that each belongs to."""

from collections.abc import Callable

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from app.openings.shift_sentences import shift_sentence
from app.openings.values import hours_and_minutes, written_iso_date
from app.words.catalogue import skill_name
from ground.findings import Finding
from matching.law.young_workers import ShiftCode
from matching.openings.rules import OpeningCode

FORM_FIELDS = {
    "workplace": "workplace_id",
    "contact": "contact_name",
    "hours": "hours_per_week_max",
    "training_company": "training_company_status",
    "task_category": "measure7_category",
    "apply_by": "expires_on",
}
"""The rules' names of fields where the form has another."""

PLAIN: dict[OpeningCode, LazyString] = {
    OpeningCode.TITLE_MISSING: _l("Gi plassen en tittel."),
    OpeningCode.EMPLOYER_NOT_CONFIRMED: _l(
        "Enhetsregisteret må bekrefte virksomheten først. Det dere har skrevet, er lagret."
    ),
    OpeningCode.WORKPLACE_MISSING: _l("Velg arbeidssted."),
    OpeningCode.WORKPLACE_INACTIVE: _l("Arbeidsstedet er nedlagt i Enhetsregisteret. Velg et annet."),
    OpeningCode.TASKS_MISSING: _l("Skriv minst én konkret oppgave."),
    OpeningCode.CONTACT_MISSING: _l("Oppgi en kontaktperson med e-post eller telefon."),
    OpeningCode.POSITIONS_TOO_FEW: _l("Plassen må være for minst én person."),
    OpeningCode.HOURS_MISSING: _l("Oppgi hvor mange timer i uken det gjelder, fra og til."),
    OpeningCode.HOURS_UPSIDE_DOWN: _l("Det høyeste timetallet må være minst like stort som det laveste."),
    OpeningCode.TRAINING_COMPANY_NEEDED: _l(
        "Lærlinger, lærekandidater og praksisbrevkandidater kan bare være hos en godkjent lærebedrift."
    ),
    OpeningCode.TRAINING_COMPANY_APPLYING: _l("Godkjenningen som lærebedrift må være i orden før noen kan begynne."),
    OpeningCode.TRAINING_COMPANY_LIMITED: _l(
        "En begrenset godkjenning dekker kanskje ikke en full læretid. Avklar det med fylkeskommunen."
    ),
    OpeningCode.TASK_CATEGORY_MISSING: _l("Velg hva slags oppgaver det er. Offentlige virksomheter oppgir det."),
    OpeningCode.START_IN_THE_PAST: _l("Startdatoen er passert. Stemmer den fortsatt?"),
    OpeningCode.END_MISSING: _l("Oppgi når plassen slutter. Denne typen plass har en sluttdato."),
    OpeningCode.END_BEFORE_START: _l("Sluttdatoen må være etter startdatoen."),
    OpeningCode.END_IN_THE_PAST: _l("Sluttdatoen er passert."),
    OpeningCode.APPLY_BY_IN_THE_PAST: _l("Den siste dagen plassen skal vises, er passert."),
}

WITH_VALUES: dict[OpeningCode, Callable[[Finding], str]] = {
    OpeningCode.MUST_AND_LEARN_OVERLAP: lambda found: _(
        "«%(skill)s» står både som noe man må kunne og som noe man kan lære. Velg ett av dem.",
        skill=skill_name(str(found.params["skill"])),
    ),
    OpeningCode.HOURS_ABOVE_NORMAL_WEEK: lambda found: _(
        "En vanlig arbeidsuke er på høyst %(limit)s.", limit=hours_and_minutes(found.params["limit"])
    ),
    OpeningCode.POSITIONS_MANY: lambda found: _(
        "Plassen er for %(positions)s personer. Hver av dem telles offentlig. Stemmer antallet?",
        positions=found.params["positions"],
    ),
    OpeningCode.SHIFTS_ABOVE_HOURS: lambda found: _(
        "Vaktene er til sammen %(worked)s i uken, mer enn de %(hours)s dere har oppgitt.",
        worked=hours_and_minutes(found.params["worked"]),
        hours=hours_and_minutes(found.params["hours"]),
    ),
    OpeningCode.SHIFTS_AGAINST_LAW: lambda found: shift_sentence(ShiftCode(str(found.params["finding"])), found.params),
    OpeningCode.UNPAID_TOO_LONG: lambda found: _(
        "Arbeidstrening kan vare i høyst %(months)s måneder, her til %(latest)s.",
        months=found.params["months"],
        latest=written_iso_date(found.params["latest"]),
    ),
}


def rule_sentence(finding: Finding) -> str:
    """What a finding about an opening says to the employer."""
    code = OpeningCode(finding.code)
    if code in WITH_VALUES:
        return WITH_VALUES[code](finding)
    return str(PLAIN[code])


def form_field_of(finding: Finding) -> str | None:
    """The name of the form field where the finding is shown, or None when it belongs to no field."""
    return FORM_FIELDS.get(finding.field, finding.field) if finding.field else None
