"""Of everything unique in the schema a subject says what those are told who meet it, or that nobody can."""

from collections.abc import Mapping

from flask import Flask
from flask_babel import LazyString
from sqlalchemy import Column, Index, MetaData, String, Table, UniqueConstraint, inspect, text

from app.kernel.database import db
from app.kernel.errors.broken_constraint import unique_names
from app.kernel.house import gather
from app.subjects import SUBJECTS
from ground.base import NAMING_CONVENTION, Base

PROMISES = gather(SUBJECTS).promises


def promises(metadata: MetaData) -> set[str]:
    """What is unique in a schema, apart from keys that are drawn at random."""
    return {name for (_, columns), names in unique_names(metadata).items() if columns != {"id"} for name in names}


def not_said_once(metadata: MetaData) -> set[str]:
    """Promises of which no subject says anything, and names that promise nothing. None is said of twice: see House."""
    return promises(metadata) ^ PROMISES.keys()


def told_apart(metadata: MetaData, messages: Mapping[str, LazyString | str]) -> list[set[str]]:
    """Promises over the same columns of one table with different sentences: SQLite does not tell which one broke."""
    groups = unique_names(metadata).values()
    return [set(names) for names in groups if len({str(messages.get(name, "")) for name in names}) > 1]


def invented_schema() -> MetaData:
    """A schema with a promise that is in no list."""
    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    Table("badge", metadata, Column("number", String(9), unique=True))
    return metadata


def test_every_promise_has_a_sentence_or_is_met_by_nobody() -> None:
    assert not_said_once(Base.metadata) == set()


def test_a_promise_that_was_forgotten_would_be_seen() -> None:
    assert "badge_number_unique" in not_said_once(invented_schema())


def test_a_sentence_for_what_is_no_longer_promised_would_be_seen() -> None:
    assert "organisation_orgnr_unique" in not_said_once(invented_schema())


def test_promises_over_the_same_columns_share_one_sentence_or_have_none(app: Flask) -> None:
    with app.app_context():
        assert told_apart(Base.metadata, {name: text or "" for name, text in PROMISES.items()}) == []


def test_a_sentence_for_one_of_two_promises_over_the_same_columns_would_be_seen() -> None:
    of_a_decision = {"one_waiting_decision_per_assessment", "one_final_decision_per_assessment"}
    only_one = {"one_waiting_decision_per_assessment": "Det venter allerede et forslag."}
    both = dict.fromkeys(of_a_decision, "Noen andre har vært her.")
    assert told_apart(Base.metadata, only_one) == [of_a_decision]
    assert told_apart(Base.metadata, only_one | {"one_final_decision_per_assessment": "Saken er avgjort."}) == [
        of_a_decision
    ]
    assert told_apart(Base.metadata, both) == []


def test_every_promise_bears_in_the_database_the_name_that_its_sentence_is_found_by(app: Flask) -> None:
    with app.app_context():
        inspector = inspect(db.engine)
    found: set[str | None] = set()
    for table in Base.metadata.tables:
        found.add(inspector.get_pk_constraint(table)["name"])
        found |= {one["name"] for one in inspector.get_unique_constraints(table)}
        found |= {one["name"] for one in inspector.get_indexes(table) if one["unique"]}
    assert found == {name for names in unique_names(Base.metadata).values() for name in names}


def test_columns_of_a_unique_are_compared_whole_and_partial_indexes_over_the_same_stand_together() -> None:
    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    Table(
        "badge",
        metadata,
        Column("id", String(9), primary_key=True),
        Column("number", String(9)),
        Column("year", String(4)),
        UniqueConstraint("number", "year"),
        Index("one_new", "number", unique=True, sqlite_where=text("year IS NULL")),
        Index("one_old", "number", unique=True, sqlite_where=text("year < '1990'")),
        Index("found_by_year", "year"),
    )
    assert unique_names(metadata) == {
        ("badge", frozenset({"id"})): {"badge_key"},
        ("badge", frozenset({"number", "year"})): {"badge_number_year_unique"},
        ("badge", frozenset({"number"})): {"one_new", "one_old"},
    }
