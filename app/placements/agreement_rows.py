"""The agreement as rows of words: on the page, and where a second editor is told what the first one saved."""

from flask_babel import format_decimal

from app.kernel.translate import _
from app.words.filters import label, scheme_names, written_date
from matching.placements.agreements import AgreementContent, content_of
from matching.records.tables.placement import Placement

ALWAYS = (
    "contract_type", "contract_reference", "contract_date", "starts_on", "ends_on", "hours_per_week", "schemes",
    "mentor_name",
)  # fmt: skip
WHEN_GIVEN = ("schemes_end_on", "risk_assessed_on", "guardian_consent_on")


def agreement_rows(placement: Placement) -> list[tuple[str, str]]:
    """Term and value for each part of the agreement but the free text."""
    content = content_of(placement.agreement)
    names = [*ALWAYS, *(name for name in WHEN_GIVEN if getattr(content, name) is not None)]
    return [(_("Type plass"), label(placement.kind)), *(row_of(name, content) for name in names)]


def row_of(name: str, content: AgreementContent) -> tuple[str, str]:
    """One part: what it is called and what it says; an empty text where it says nothing."""
    return _terms()[name], _value(name, content)


def _terms() -> dict[str, str]:
    return {
        "contract_type": _("Kontrakt"),
        "contract_reference": _("Referanse"),
        "contract_date": _("Dato på kontrakten"),
        "starts_on": _("Første dag"),
        "ends_on": _("Siste dag"),
        "hours_per_week": _("Timer i uken"),
        "schemes": _("Virkemidler fra Nav"),
        "schemes_end_on": _("Siste dag med støtte fra Nav"),
        "mentor_name": _("Fadder eller mentor"),
        "plan": _("Det vi har blitt enige om"),
        "risk_assessed_on": _("Risikoen er vurdert"),
        "guardian_consent_on": _("Foresatte har samtykket"),
    }


def _value(name: str, content: AgreementContent) -> str:
    match name:
        case "contract_type":
            return label(content.contract_type)
        case "schemes":
            return scheme_names(list(content.schemes)) or _("Ingen")
        case "ends_on":
            return written_date(content.ends_on) or _("Ikke avtalt")
        case "hours_per_week":
            return "" if content.hours_per_week is None else str(format_decimal(content.hours_per_week))
        case "contract_reference" | "mentor_name" | "plan":
            return str(getattr(content, name))
    return written_date(getattr(content, name))
