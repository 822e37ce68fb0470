"""A field of the agreement is listed once, in AgreementContent; whoever adds one is told what else it needs."""

import re
from collections.abc import Collection
from dataclasses import dataclass, fields, make_dataclass
from typing import Any

from wtforms.fields.core import UnboundField

from app.placements.agreement_rows import PARTS
from app.placements.forms import AgreementForm
from config import ROOT
from matching.placements.content import AgreementContent
from matching.records.tables.placement import Agreement

EDIT_PAGE = "app/placements/templates/edit.html"
NO_CONTENT = {"id", "placement_id", "version", "was", "made_with", "written_in"}
"""`made_with` is written when the candidate is forgotten, and by nobody."""

PLACES: dict[str, Collection[str]] = {
    "a column of Agreement in matching/records/tables/placement.py": Agreement.__table__.columns.keys(),
    "a line of PARTS in app/placements/agreement_rows.py": PARTS,
    "a field of AgreementForm in app/placements/forms.py": [
        name for name in dir(AgreementForm) if isinstance(getattr(AgreementForm, name), UnboundField)
    ],
    f"a field(form.…) in {EDIT_PAGE}": re.findall(r"\bfield\(form\.(\w+)", (ROOT / EDIT_PAGE).read_text("utf-8")),
}


def forgotten(content: type[Any]) -> list[str]:
    """What is missing if this were the definition, one sentence for each place."""
    names = {field.name for field in fields(content)}
    told = []
    for place, there in PLACES.items():
        found = set(there) - NO_CONTENT
        told += [f"«{name}» is in AgreementContent and lacks {place}" for name in sorted(names - found)]
        told += [f"«{name}» is {place} and not in AgreementContent" for name in sorted(found - names)]
    return told


def test_every_field_of_the_agreement_is_kept_shown_and_asked_for_and_nothing_else_is() -> None:
    assert forgotten(AgreementContent) == []


def test_whoever_adds_a_field_is_told_each_place_that_lacks_it() -> None:
    longer = make_dataclass("Longer", [("lunch", str, "")], bases=(AgreementContent,), frozen=True)
    assert forgotten(longer) == [f"«lunch» is in AgreementContent and lacks {place}" for place in PLACES]


def test_whoever_forgets_the_definition_is_told_where_the_field_already_is() -> None:
    @dataclass
    class Shorter:
        plan: str

    told = forgotten(Shorter)
    assert "«schemes» is a line of PARTS in app/placements/agreement_rows.py and not in AgreementContent" in told
    assert len(told) == len(PLACES) * (len(fields(AgreementContent)) - 1)
