"""Each line above a form tells what is wrong and where, once, in the words of its field."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, FieldList, Form, FormField, RadioField

from app.kernel.forms.fields import DateField, IntegerField, StringField
from app.kernel.forms.messages import Mistake, OfAnyField, mistakes_in
from app.kernel.forms.validators import AtMost, Between, Optional, Required


class Row(Form):
    """A row of a list."""

    hours = IntegerField("Pause", [Optional(), Between(1, 8)])
    day = StringField("Dag", [Required("Velg dagene.")])


class Example(Form):
    """Fields that say what is wrong in words of their own, and fields that say what any field may say."""

    name = StringField("Navn", [Required("Skriv hva du heter.")])
    born = DateField("Fødselsdato", [Optional()])
    fewest = IntegerField("Minst", [Optional(), Between(1, 40)])
    most = IntegerField("Høyst", [Optional(), Between(1, 40)])
    kind = RadioField("Type", choices=[("a", "A"), ("b", "B")], validators=[Required("Velg en type.")])
    agreed = BooleanField("Jeg er enig.", [Required("Kryss av for at du er enig.")])
    shifts = FieldList(FormField(Row), "Arbeidstider", min_entries=2)
    tasks = FieldList(StringField("Oppgave", [AtMost(3)]), "Oppgaver", min_entries=2)


GOOD = {"name": "Ada", "kind": "a", "agreed": "y", "shifts-0-day": "man", "shifts-1-day": "tir"}


def wrong_of(**typed: str) -> list[Mistake]:
    """What stands above the form when this is typed in one that is else in order."""
    sent = {**GOOD, **{name.replace("__", "-"): value for name, value in typed.items()}}
    form = Example(MultiDict({name: value for name, value in sent.items() if value}))
    form.validate()
    return mistakes_in(form)


def test_nothing_is_said_of_a_form_in_order() -> None:
    assert wrong_of() == []


def test_a_message_of_the_field_itself_stands_alone() -> None:
    assert [(one.text, one.leads_to) for one in wrong_of(name="", kind="", agreed="")] == [
        ("Skriv hva du heter.", "name"),
        ("Velg en type.", "kind-0"),
        ("Kryss av for at du er enig.", "agreed"),
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [({"born": "i går"}, "Skriv datoen slik: 24.12.2026. Det gjelder «Fødselsdato»."),
     ({"most": "99"}, "Skriv et tall fra 1 til 40. Det gjelder «Høyst»."),
     ({"tasks__0": "Ta", "tasks__1": "Rydde"},
      "Her er det plass til 3 tegn. Du har skrevet 5. Det gjelder «Oppgaver», rad 2."),
     ({"shifts__1__hours": "9"}, "Skriv et tall fra 1 til 8. Det gjelder «Arbeidstider», rad 2.")],
)  # fmt: skip
def test_what_any_field_may_say_tells_which_field(typed: dict[str, str], text: str) -> None:
    (one,) = wrong_of(**typed)
    assert one.text == text


def test_no_two_lines_are_alike() -> None:
    lines = [one.text for one in wrong_of(fewest="99", most="99", shifts__0__day="", shifts__1__day="")]
    assert lines == [
        "Skriv et tall fra 1 til 40. Det gjelder «Minst».",
        "Skriv et tall fra 1 til 40. Det gjelder «Høyst».",
        "Velg dagene. Det gjelder «Arbeidstider», rad 1.",
        "Velg dagene. Det gjelder «Arbeidstider», rad 2.",
    ]


def test_two_fields_with_one_sentence_are_told_apart() -> None:
    form = Example(MultiDict(GOOD))
    form.name.errors = form.fewest.errors = ["Skriv noe her."]
    assert [one.text for one in mistakes_in(form)] == [
        "Skriv noe her. Det gjelder «Navn».",
        "Skriv noe her. Det gjelder «Minst».",
    ]


def test_what_concerns_the_whole_form_leads_nowhere_and_stands_first() -> None:
    form = Example(MultiDict({**GOOD, "name": ""}))
    form.validate()
    form.form_errors.append("Det er for sent.")
    assert [(one.text, one.leads_to) for one in mistakes_in(form)] == [
        ("Det er for sent.", ""), ("Skriv hva du heter.", "name"),
    ]  # fmt: skip


def test_of_several_forms_the_part_is_named() -> None:
    class Area:
        form_errors = ()
        parts: list[tuple[str, Form]]

    parts = [Example(MultiDict({**GOOD, "name": ""})) for _ in range(2)]
    for one in parts:
        one.validate()
    area = Area()
    area.parts = list(zip(("Mottak", "Fadder"), parts, strict=True))
    assert [one.text for one in mistakes_in(area)] == [
        "Skriv hva du heter. Det gjelder «Mottak».", "Skriv hva du heter. Det gjelder «Fadder».",
    ]  # fmt: skip


def test_a_message_of_any_field_reads_as_a_text() -> None:
    assert OfAnyField("Skriv et tall.") == "Skriv et tall."
