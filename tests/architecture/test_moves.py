"""A state changes by `ground.moves.move` alone, which asks the table and writes it down.

What goes by a thing in hand, `ground.moves` refuses. What goes by a statement is seen where it is sent, in all tests
(`tests/support/moves.py`), and for what no test runs, where it is written (`test_moves_written.py`).
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import Enum, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ground.act import Act
from ground.base import Base
from ground.locks import hold
from ground.moves import StateSetByHand, first_state, move
from ground.written import Written
from matching.records.tables.opening import Opening
from matching.records.types import OpeningState
from tests.factories.openings import drafted, published
from tests.factories.states import put_past_move
from tests.support.moves import FIXED, STATES, Moves, kinds_with_a_state
from tests.support.world import NOON

GO_WITH_A_MOVE = {
    "authority_request.method",
    "follow_up.skip_reason",
    "organisation.refusal_reason",
    "placement.end_reason",
    "placement.undone_because",
    "job_event.undone_because",
    "proposal.answer_door",
    "proposal.no_reason",
    "proposal.on_behalf_reason",
}
"""Why or how it came to its state: set after `move`, in one statement with it."""

WRITTEN_BY_SOMEBODY = {
    "agreement.contract_type",
    "answer.value",
    "assessment.level",
    "assessment.sector",
    "finding.value",
    "opening.kind",
    "opening.measure7_category",
    "opening.min_age_basis",
    "opening.night_exception",
    "opening.police_certificate",
    "opening.training_company_status",
    *(f"{kind.__tablename__}.written_in" for kind in Written.__subclasses__() if issubclass(kind, Base)),
    "user_account.locale",
    "user_account.writes_in",
}
"""What a person says in a form, and may say otherwise as long as the form is open to them: any value after another."""

TOLD_BY_THE_REGISTER = {"awaited_answer.trouble", "organisation.sector", "tree_reading.trouble"}
"""What Enhetsregisteret last answered, or that it did not: any value after another, by no rule of ours."""


def test_every_column_of_a_closed_vocabulary_is_a_state_or_judged_to_be_none() -> None:
    found = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Enum)
    }
    states = {f"{table}.{kind.state_name}" for table, kind in STATES.items()}
    fixed = {f"{table}.{column}" for table, columns in FIXED.items() for column in columns}
    judged = [states, fixed, GO_WITH_A_MOVE, WRITTEN_BY_SOMEBODY, TOLD_BY_THE_REGISTER]
    assert found == set().union(*judged)
    assert len(found) == sum(map(len, judged)), "judged twice"


def test_every_thing_with_a_state_has_its_table() -> None:
    names = {kind.__name__ for kind in kinds_with_a_state()}
    assert {"Assessment", "AuthorityRequest", "CriteriaEdition", "FollowUp", "Opening", "Organisation"} <= names
    for table, kind in STATES.items():
        column = Base.metadata.tables[table].c[kind.state_name]
        assert isinstance(column.type, Enum)
        assert set(kind.transitions.ways) == set(column.type.enum_class or ()), kind
        assert first_state(kind) in kind.transitions.ways, kind


# What goes by a thing in hand


def by_constructor(kind: type[Any], state: StrEnum) -> None:
    kind(**{kind.state_name: state})


def by_setattr(kind: type[Any], state: StrEnum) -> None:
    for name in [kind.state_name]:  # as a loop over the fields of a form would
        setattr(kind(), name, state)


@pytest.mark.parametrize("way", [by_constructor, by_setattr])
@pytest.mark.parametrize("kind", kinds_with_a_state())
def test_nothing_else_sets_a_state(kind: type[Any], way: Callable[[type[Any], StrEnum], None]) -> None:
    with pytest.raises(StateSetByHand):
        way(kind, first_state(kind))


def test_what_goes_past_the_attribute_is_refused_when_it_would_be_written(session: Session) -> None:
    opening = published(session)
    vars(opening)["state"] = OpeningState.DRAFT
    flag_modified(opening, "state")
    with pytest.raises(StateSetByHand):
        session.flush()
    session.rollback()


def test_nothing_begins_in_another_state_than_its_kind(session: Session) -> None:
    opening = Opening()
    vars(opening)["state"] = OpeningState.PUBLISHED
    session.add(opening)
    with pytest.raises(StateSetByHand):
        session.flush()
    session.rollback()


# What goes by a statement, where it is sent

HIDDEN = {"state": OpeningState.PAUSED}
AS_TEXT = "UPDATE opening SET version = version + 1, state = 'paused'"


def _by_variable(session: Session, _opening: Opening) -> None:
    session.execute(update(Opening).values(HIDDEN))


def _by_ordered_values(session: Session, _opening: Opening) -> None:
    session.execute(update(Opening).ordered_values((Opening.state, OpeningState.PAUSED)))


def _by_query(session: Session, _opening: Opening) -> None:
    session.query(Opening).update({Opening.state: OpeningState.PAUSED})


def _by_core(session: Session, opening: Opening) -> None:
    table = Opening.__table__
    session.connection().execute(table.update().where(table.c.id == opening.id), HIDDEN)


def _by_rows(session: Session, opening: Opening) -> None:
    session.execute(update(Opening), [{"id": opening.id, "version": opening.version, **HIDDEN}])


def _by_bulk_mappings(session: Session, opening: Opening) -> None:
    session.bulk_update_mappings(Opening.__mapper__, [{"id": opening.id, "version": opening.version, **HIDDEN}])


def _by_bulk_objects(session: Session, opening: Opening) -> None:
    vars(opening).update(HIDDEN)
    flag_modified(opening, "state")
    session.bulk_save_objects([opening])


def _by_text(session: Session, _opening: Opening) -> None:
    session.execute(text(AS_TEXT))


def _by_text_with_a_value(session: Session, _opening: Opening) -> None:
    session.execute(text("UPDATE opening SET state = :state WHERE id IS NOT NULL"), {"state": "paused"})


def _by_several_columns(session: Session, _opening: Opening) -> None:
    session.execute(text("""update "opening" set (version, "state") = (2, 'paused')"""))


def _by_the_driver(session: Session, _opening: Opening) -> None:
    session.connection().exec_driver_sql(AS_TEXT)


def _row_of(session: Session, opening: Opening) -> dict[str, Any]:
    return dict(session.execute(select(Opening.__table__).where(Opening.__table__.c.id == opening.id)).mappings().one())


def _by_inserting(session: Session, opening: Opening) -> None:
    row = _row_of(session, opening)
    session.execute(insert(Opening).values({**row, "id": row["organisation_id"]}))


def _by_inserting_many(session: Session, opening: Opening) -> None:
    row = _row_of(session, opening)
    session.bulk_insert_mappings(Opening.__mapper__, [{**row, "id": row["organisation_id"]}])


def _by_inserting_over(session: Session, _opening: Opening) -> None:
    row = _row_of(session, drafted(session))
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(
        dialect.insert(Opening).values(row).on_conflict_do_update(index_elements=["id"], set_={"state": "draft"})
    )


def _by_copying(session: Session, _opening: Opening) -> None:
    session.execute(text("INSERT INTO opening (id, state) SELECT id, state FROM opening WHERE id IS NULL"))


def _by_copying_whole_rows(session: Session, _opening: Opening) -> None:
    session.execute(text("INSERT INTO opening SELECT * FROM opening WHERE id IS NULL"))


def _under_cover_of_another_that_moved(session: Session, _opening: Opening) -> None:
    other = published(session)
    move(Act(session, None, NOON), other, OpeningState.PAUSED)
    session.flush()
    session.execute(update(Opening).values(HIDDEN))


BY_STATEMENT = (
    _by_variable, _by_ordered_values, _by_query, _by_core, _by_rows, _by_bulk_mappings, _by_bulk_objects, _by_text,
    _by_text_with_a_value, _by_several_columns, _by_the_driver, _by_inserting, _by_inserting_many, _by_inserting_over,
    _by_copying, _by_copying_whole_rows, _under_cover_of_another_that_moved,
)  # fmt: skip


@pytest.mark.parametrize("way", BY_STATEMENT)
def test_a_statement_that_sets_a_state_is_seen_where_it_is_sent(
    way: Callable[[Session, Opening], None], session: Session, past_move: Moves
) -> None:
    opening = published(session)
    session.flush()
    assert past_move.told() == []
    way(session, opening)
    session.rollback()
    (told,) = past_move.told()
    assert told.startswith("tests/architecture/test_moves.py:")


def test_what_moves_is_held_or_says_that_it_goes_past_is_not_told(session: Session, past_move: Moves) -> None:
    opening, other = published(session), published(session)
    hold(session, opening, other)
    for one in (opening, other):
        move(Act(session, None, NOON), one, OpeningState.PAUSED)
    session.flush()
    put_past_move(session, opening, OpeningState.PUBLISHED)
    opening.version += 1
    session.flush()
    session.execute(update(Opening).where(Opening.state == OpeningState.PAUSED).values(version=Opening.version + 1))
    assert past_move.told() == []


def test_what_is_fixed_when_it_is_made_is_seen_when_it_changes(session: Session, past_move: Moves) -> None:
    session.execute(text("UPDATE certificate SET level = 'padriver'"))
    (told,) = past_move.told()
    assert "UPDATE certificate" in told
