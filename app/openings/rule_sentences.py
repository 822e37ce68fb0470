"""Sentences for what stands in the way of publishing an opening, and the form field that each belongs to."""

from collections.abc import Callable

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.openings.shift_sentences import shift_sentence
from app.openings.values import hours_and_minutes, written_iso_date
from app.openings.words import skill_name
from app.translate import _
from matching.rules.findings import Finding
from matching.rules.opening_rules import OpeningCode
from matching.rules.young_workers import ShiftCode

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
    OpeningCode.title_missing: _l("Gi plassen en tittel."),
    OpeningCode.employer_not_confirmed: _l(
        "Enhetsregisteret må bekrefte virksomheten først. Utkastet er lagret så lenge."
    ),
    OpeningCode.workplace_missing: _l("Velg arbeidssted."),
    OpeningCode.workplace_inactive: _l("Arbeidsstedet er nedlagt i Enhetsregisteret. Velg et annet."),
    OpeningCode.tasks_missing: _l("Skriv minst én konkret oppgave."),
    OpeningCode.contact_missing: _l("Oppgi en kontaktperson med e-post eller telefon."),
    OpeningCode.positions_too_few: _l("Plassen må være for minst én person."),
    OpeningCode.hours_missing: _l("Oppgi hvor mange timer i uken det gjelder, fra og til."),
    OpeningCode.hours_upside_down: _l("Det høyeste timetallet må være minst like stort som det laveste."),
    OpeningCode.training_company_needed: _l(
        "Lærlinger, lærekandidater og praksisbrevkandidater kan bare være hos en godkjent lærebedrift."
    ),
    OpeningCode.training_company_applying: _l("Godkjenningen som lærebedrift må være i orden før noen kan begynne."),
    OpeningCode.training_company_limited: _l(
        "En begrenset godkjenning dekker kanskje ikke en full læretid. Avklar det med fylkeskommunen."
    ),
    OpeningCode.task_category_missing: _l("Velg hva slags oppgaver det er. Offentlige virksomheter oppgir det."),
    OpeningCode.end_missing: _l("Oppgi når plassen slutter. Denne typen plass har en sluttdato."),
    OpeningCode.end_before_start: _l("Sluttdatoen må være etter startdatoen."),
    OpeningCode.end_in_the_past: _l("Sluttdatoen er passert."),
    OpeningCode.apply_by_in_the_past: _l("Den siste dagen plassen skal vises, er passert."),
}

WITH_VALUES: dict[OpeningCode, Callable[[Finding], str]] = {
    OpeningCode.must_and_learn_overlap: lambda found: _(
        "«%(skill)s» står både som noe man må kunne og som noe man kan lære. Velg ett av dem.",
        skill=skill_name(str(found.params["skill"])),
    ),
    OpeningCode.hours_above_normal_week: lambda found: _(
        "En vanlig arbeidsuke er på høyst %(limit)s.", limit=hours_and_minutes(found.params["limit"])
    ),
    OpeningCode.shifts_against_law: lambda found: shift_sentence(ShiftCode(str(found.params["finding"])), found.params),
    OpeningCode.unpaid_too_long: lambda found: _(
        "Arbeidstrening kan vare i høyst 18 måneder, her til %(latest)s.",
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
