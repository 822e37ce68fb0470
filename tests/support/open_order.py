"""Reading rows one way or the other wherever a query leaves their order open, as a server may give them any day."""

from functools import cache, partial
from typing import Any

from sqlalchemy import ColumnClause, FromClause, event
from sqlalchemy.orm import ORMExecuteState, Session


def settle_open_order(session: Session, *, last_key_first: bool) -> None:
    """From now on, what a query of this session does not order comes by key, in one direction or the other."""
    event.listen(session, "do_orm_execute", partial(_order, last_key_first))


def _order(last_key_first: bool, asked: ORMExecuteState) -> None:
    query: Any = asked.statement
    if not asked.is_select or asked.is_column_load or query._group_by_clauses or query._distinct:
        return
    first = query._raw_columns[0]
    entity = first._annotations.get("parententity")
    if entity is not None and isinstance(first, FromClause | ColumnClause):  # a count has no order
        asked.statement = query.order_by(*_keys(entity, last_key_first))


@cache
def _keys(entity: Any, last_first: bool) -> tuple[Any, ...]:
    """The keys of a table, or of an alias of it."""
    keys = [entity.mapper.get_property_by_column(key).key for key in entity.mapper.primary_key]
    columns = [getattr(entity.entity, key) for key in keys]
    return tuple(column.desc() if last_first else column for column in columns)
