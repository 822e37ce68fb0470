"""Every form is made of the house's own fields: WTForms' take fewer ways of writing, round, and lose what was typed."""

import ast

import pytest

from app.kernel.forms import fields
from config import ROOT

HOME = ROOT / "app" / "kernel" / "forms"
NOT_OURS = frozenset(
    {"DateTimeField", "DateTimeLocalField", "DecimalField", "DecimalRangeField", "FloatField", "IntegerRangeField",
     "MonthField", "WeekField", "DateInput", "TimeInput", "NumberInput"}
)  # fmt: skip
"""Fields and widgets of WTForms that read what is typed in their own way: ours are used for what they are for."""
OURS = frozenset(
    name for name, one in vars(fields).items() if isinstance(one, type) and one.__module__ == fields.__name__
)


def foreign_fields(source: str) -> list[str]:
    """The fields and widgets of WTForms that a module takes and must not."""
    taken = [
        name.name
        for line in ast.walk(ast.parse(source))
        if isinstance(line, ast.ImportFrom) and (line.module or "").split(".")[0] == "wtforms"
        for name in line.names
    ]
    taken += [
        line.attr
        for line in ast.walk(ast.parse(source))
        if isinstance(line, ast.Attribute) and isinstance(line.value, ast.Name) and line.value.id == "wtforms"
    ]
    return sorted(set(taken) & (OURS | NOT_OURS))


def test_the_house_has_a_field_for_each_kind() -> None:
    assert {"StringField", "TextAreaField", "SearchField", "DateField", "TimeField", "IntegerField", "URLField"} <= OURS


def test_forms_are_made_of_the_houses_fields() -> None:
    found = {
        str(file.relative_to(ROOT)): foreign
        for file in (ROOT / "app").rglob("*.py")
        if not file.is_relative_to(HOME) and (foreign := foreign_fields(file.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "wrong",
    ["from wtforms import RadioField, DateField", "from wtforms.fields import StringField",
     "import wtforms\nday = wtforms.TimeField()", "from wtforms.widgets import NumberInput"],
)  # fmt: skip
def test_a_form_with_a_field_of_wtforms_would_be_seen(wrong: str) -> None:
    assert foreign_fields(wrong) != []
    assert foreign_fields("from wtforms import RadioField\nfrom app.kernel.forms.fields import DateField") == []
