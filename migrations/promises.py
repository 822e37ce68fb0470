"""What Alembic does not compare by itself: the text of CHECKs and the conditions of partial indexes."""

from typing import Any

from alembic.autogenerate.api import AutogenContext
from alembic.operations import ops
from alembic.runtime.plugins import Plugin
from alembic.util import DispatchPriority, PriorityDispatchResult
from sqlalchemy import CheckConstraint, Index, MetaData, Table, inspect
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.elements import conv

from ground.base import Base
from ground.schema import Promises, promises_of, promises_of_code

PLUGIN = "plass.promises"
PLUGINS = ["alembic.autogenerate.*", PLUGIN]


def register() -> None:
    """Let `make migration` see these differences; the environment is loaded once for each command in a process."""
    try:
        Plugin(PLUGIN).add_autogenerate_comparator(_compare, "table", "promises", priority=DispatchPriority.LAST)
    except ValueError:  # registered before
        return


def _compare(
    context: AutogenContext,
    changes: ops.ModifyTableOps,
    _schema: str | None,
    name: str,
    found: Table | None,
    wanted: Table | None,
) -> PriorityDispatchResult:
    """Drop before all else what the table promises no more or otherwise, and promise anew when all else is done."""
    if found is None or wanted is None:
        return PriorityDispatchResult.CONTINUE
    here, there = _both(context)
    _compare_checks(context, changes, found, wanted, here[name], there[name])
    _compare_indexes(changes, found, wanted, here[name], there[name])
    return PriorityDispatchResult.CONTINUE


def _both(context: AutogenContext) -> tuple[dict[str, Promises], dict[str, Promises]]:
    """The promises of the database and those of the code, read once for all tables."""
    known: Any = context.migration_context.opts.setdefault("plass_promises", {})
    if not known:
        connection = context.connection
        assert connection is not None  # env.py migrates a live database only
        known["here"] = promises_of(inspect(connection))
        with promises_of_code(connection, Base.metadata) as there:
            known["there"] = there
    return known["here"], known["there"]


def _compare_checks(
    context: AutogenContext, changes: ops.ModifyTableOps, found: Table, wanted: Table, here: Promises, there: Promises
) -> None:
    before = {str(one.name): one for one in found.constraints if isinstance(one, CheckConstraint)}
    after = {
        context.dialect.identifier_preparer.format_constraint(one): _condition(context, one)
        for one in wanted.constraints
        if isinstance(one, CheckConstraint)
    }
    for name in sorted(here.checks.keys() | there.checks.keys()):
        if here.checks.get(name) == there.checks.get(name):
            continue
        if name in here.checks:
            changes.ops.insert(0, ops.DropConstraintOp.from_constraint(before[name]))
        if name in there.checks:
            changes.ops.append(ops.CreateCheckConstraintOp(conv(name), wanted.name, after[name]))


def _condition(context: AutogenContext, check: CheckConstraint) -> str:
    """The condition as text: a copy made of the expression would hang itself on the table of the code."""
    compiler = context.dialect.ddl_compiler(context.dialect, CreateTable(Table("any", MetaData())))
    return str(compiler.sql_compiler.process(check.sqltext, include_table=False, literal_binds=True))


def _compare_indexes(changes: ops.ModifyTableOps, found: Table, wanted: Table, here: Promises, there: Promises) -> None:
    """Only where both have the index: one that stands on one side alone, Alembic sees by its name."""
    before, after = _by_name(found), _by_name(wanted)
    for name in sorted(before.keys() & after.keys()):
        if here.conditions.get(name) != there.conditions.get(name):
            changes.ops.insert(0, ops.DropIndexOp.from_index(before[name]))
            changes.ops.append(ops.CreateIndexOp.from_index(after[name]))


def _by_name(table: Table) -> dict[str, Index]:
    return {str(index.name): index for index in table.indexes}
