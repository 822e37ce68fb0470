"""Every text by a person says what language it is in, or stands here with the reason; pages draw it so."""

import re

import pytest
from sqlalchemy import Column, Enum, MetaData, String, Table, Text

from config import ROOT
from ground.base import Base, LongText, ShortText, enum_type
from ground.texts import Locale

LETTERS_OF_A_SENTENCE = 200
"""A column of fewer characters holds a name, a number or a code."""

NAME = "a name, an address or a place: in no language"
MACHINE = "written by Plass, Enhetsregisteret or a browser, not by a person"
COUNTY = "read only in the county, by those who give and take roles and certificates there"
LATER = "read in another language too, and not marked yet: "

NO_LANGUAGE: dict[str, str] = {
    "answer.note": LATER + "saved criterion by criterion as it is typed, and frozen under the hash that a leader signs",
    "assessment.profile_reason": LATER + "signed with the answers",
    "audit_event.reason": MACHINE + ", or copied from a text that says its own",
    "authority_request.position": NAME,
    "authority_request.reason": LATER + "the county's no to the one who asked",
    "branch.name": NAME,
    "candidate.confirmed_email": NAME,
    "candidate.email": NAME,
    "candidate.wishes": LATER + "in a profile that two edit",
    "candidate_pin.pin_hash": MACHINE,
    "certificate_event.reason": LATER + "why a certificate was suspended or withdrawn",
    "certifier_assignment.end_reason": COUNTY,
    "criteria_edition.content": "in all three languages",
    "evidence.description": LATER + "signed with the answers",
    "evidence.url": NAME,
    "evidence_file.original_name": NAME,
    "finding.note": LATER + "saved criterion by criterion as it is typed",
    "invitation.email": NAME,
    "invitation.name": NAME,
    "kept_draft.form": MACHINE,
    "kept_draft.page": MACHINE,
    "nav_office.name": NAME,
    "nav_office.region": NAME,
    "opening_requirement.text": "in the language of its opening",
    "opening_task.text": "in the language of its opening",
    "organisation.country": NAME,
    "organisation.industry_name": "Enhetsregisteret's, always bokmål: `app.words.written.industry`",
    "organisation.legal_name": NAME,
    "organisation.name": NAME,
    "organisation.postal_country": NAME,
    "organisation.postal_street": NAME,
    "organisation.postal_town": NAME,
    "organisation.street": NAME,
    "organisation.town": NAME,
    "outbox_message.recipient": NAME,
    "own_link.address": NAME,
    "rate_limit_counter.key": MACHINE,
    "rights_request.reason": LATER + "the answer to what a young person asked",
    "rights_request.words": LATER + "what a young person asks, to the counsellor",
    "role_proposal.answer": COUNTY,
    "role_proposal.name": NAME,
    "role_proposal.reason": COUNTY,
    "sign_in_link.email": NAME,
    "sign_in_link.next_path": MACHINE,
    "submitted_form.location": MACHINE,
    "user_account.email": NAME,
    "user_account.name": NAME,
    "workplace.country": NAME,
    "workplace.name": NAME,
    "workplace.street": NAME,
    "workplace.town": NAME,
}


def texts(metadata: MetaData) -> set[str]:
    """The columns that can hold a sentence, of tables that do not say which language they are in."""
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        if not says_its_language(table)
        for column in table.columns
        if can_hold_a_sentence(column)
    }


def says_its_language(table: Table) -> bool:
    """Whether the rows carry the language of their texts."""
    column = table.columns.get("written_in")
    return column is not None and isinstance(column.type, Enum) and column.type.enum_class is Locale


def can_hold_a_sentence(column: Column[object]) -> bool:
    """Whether a person could have written something to read in it."""
    kind = column.type
    if isinstance(kind, Enum) or not isinstance(kind, String):
        return False
    return isinstance(kind, Text) or kind.length is None or kind.length >= LETTERS_OF_A_SENTENCE


def test_every_text_by_a_person_says_its_language_or_why_it_need_not() -> None:
    assert texts(Base.metadata) == set(NO_LANGUAGE)


@pytest.mark.parametrize(
    ("columns", "seen"),
    [
        ([Column("words", LongText)], True),
        ([Column("words", Text())], True),
        ([Column("words", ShortText)], True),
        ([Column("code", String(40))], False),
        ([Column("kind", enum_type(Locale))], False),
        ([Column("words", LongText), Column("written_in", enum_type(Locale))], False),
        ([Column("words", LongText), Column("written_in", String(40))], True),
    ],
)
def test_a_new_text_without_its_language_would_be_seen(columns: list[Column[object]], seen: bool) -> None:
    metadata = MetaData()
    Table("new", metadata, *columns)
    assert bool(texts(metadata)) is seen


def test_a_text_is_drawn_in_its_language_on_every_page() -> None:
    """A text of a row that says its language is never drawn bare, but where markup cannot stand."""
    bare = {
        f"{file.relative_to(ROOT)}: {line.strip()[:80]}"
        for file in (ROOT / "app").rglob("templates/**/*.html")
        if "components" not in file.parts
        for line in file.read_text(encoding="utf-8").splitlines()
        if bare_texts(line)
    }
    assert bare == set()


DRAWN = {
    "opening": ("title", "summary", "pay", "how_to_apply"),
    "gathering": ("title", "about", "place", "cancel_reason"),
    "proposal": ("note",),
    "agreement": ("plan",),
    "action": ("what", "responsible"),
    "recommendation": ("text",),
    "sent_back": ("message",),
    "decision": ("reasons",),
}
"""What the rows are called in templates, and which of their texts stand on pages."""
BARE = re.compile(
    r"(?:\{\{ |[(,=] ?|~ )(?:\w+\.)*(?:"
    + "|".join(rf"{row}\.(?:{'|'.join(names)})" for row, names in DRAWN.items())
    + r")(?= *(?:\}\}|[,)~]| or ))"
)
WITHOUT_MARKUP = ("{% block title %}", "{% block description %}")


def bare_texts(line: str) -> list[str]:
    """Texts of others on a line of a template that do not pass the filter `written`."""
    return [] if any(one in line for one in WITHOUT_MARKUP) else BARE.findall(line)


@pytest.mark.parametrize(
    "line",
    ["<p>{{ opening.summary }}</p>", "{{ card(row.placement.opening.title, url) }}",
     "{{ x ~ placement.opening.title }}",
     '{{ _("«%(title)s»", title=gathering.title) }}', '{{ opening.title or _("Uten tittel") }}'],
)  # fmt: skip
def test_a_text_that_is_drawn_bare_would_be_seen(line: str) -> None:
    assert bare_texts(line)
    assert not bare_texts(re.sub(r"((?:\w+\.)*(opening|gathering))\.(title|summary)", r"\1.\3|written(\1)", line))
