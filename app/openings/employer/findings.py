"""What the rules found about an opening, on the page of the employer: in a list, and at the fields of the form."""

from dataclasses import dataclass

from markupsafe import Markup, escape
from wtforms import Field, FieldList

from app.openings.employer.form import OpeningFields
from app.openings.rule_sentences import form_field_of, rule_sentence
from app.openings.wording_sentences import wording_sentence
from ground.findings import Finding
from matching.law.advert import AdvertFinding
from matching.openings.check import OpeningCheck

CONTEXT = 40
"""Characters shown on each side of words that were marked."""


@dataclass(frozen=True)
class Remark:
    """One finding as an employer reads it. `excerpt` shows the marked words in their sentence."""

    sentence: str
    field: str | None
    blocks: bool
    excerpt: Markup | None = None

    @property
    def anchor(self) -> str:
        """Where in the form it belongs."""
        return self.field or "innhold"


def remarks_of(found: OpeningCheck) -> list[Remark]:
    """All findings, those that stop the opening first."""
    remarks = [_about_rule(one) for one in found.rules]
    remarks += [_about_wording(one, found.texts[one.field]) for one in found.wording]
    return sorted(remarks, key=lambda remark: not remark.blocks)


def show_at_fields(form: OpeningFields, remarks: list[Remark]) -> None:
    """Put each remark at its field; what belongs to no field, or to one that is not shown, goes to the whole form."""
    for remark in remarks:
        field = _field(form, remark.field)
        if field is None:
            form.form_errors.append(remark.sentence)
        else:
            field.errors = [*field.errors, remark.sentence]
    for rows in form:
        if isinstance(rows, FieldList) and any(row.errors for row in rows):
            own = [error for error in rows.errors if isinstance(error, str)]
            rows.errors = [*own, *(row.errors for row in rows)]


def _about_rule(finding: Finding) -> Remark:
    return Remark(rule_sentence(finding), form_field_of(finding), finding.blocks)


def _about_wording(finding: AdvertFinding, text: str) -> Remark:
    before = text[max(0, finding.start - CONTEXT) : finding.start]
    after = text[finding.end : finding.end + CONTEXT]
    excerpt = Markup("{}{}<mark>{}</mark>{}{}").format(
        "…" if finding.start > CONTEXT else "",
        before,
        finding.matched,
        after,
        "…" if len(text) > finding.end + CONTEXT else "",
    )
    return Remark(wording_sentence(finding), finding.field, finding.blocks, escape(excerpt))


def _field(form: OpeningFields, name: str | None) -> Field | None:
    """The field with this name; `tasks-1` is the second row of `tasks` that has something in it."""
    if name is None:
        return None
    first, _, number = name.partition("-")
    found: Field | None = form._fields.get(first)
    if isinstance(found, FieldList) and number:
        filled = [row for row in found if row.data]
        return filled[int(number)] if int(number) < len(filled) else None
    return found
