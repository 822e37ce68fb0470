"""Reading rows one way or the other wherever a query leaves their order open, as a server may give them any day."""

from functools import partial
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, Session


def settle_open_order(session: Session, *, last_key_first: bool) -> None:
    """From now on, what a query of this session does not order comes by key, in one direction or the other."""
    event.listen(session, "do_orm_execute", partial(_order, last_key_first))


def _order(last_key_first: bool, asked: ORMExecuteState) -> None:
    query: Any = asked.statement
    if not asked.is_select or asked.is_column_load or query._group_by_clauses or query._distinct:
        return
    first = query.column_descriptions[0]
    entity = first.get("entity")
    if entity is not None and (first["expr"] is entity or hasattr(first["expr"], "property")):
        mapper: Mapper[Any] = inspect(entity).mapper
        keys = [getattr(entity, mapper.get_property_by_column(key).key) for key in mapper.primary_key]
        asked.statement = query.order_by(*(key.desc() if last_key_first else key for key in keys))
