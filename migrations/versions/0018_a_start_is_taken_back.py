"""A start that was confirmed by mistake is taken back: it counts no more, and its correction is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BEFORE = ("pledged", "posted", "agreed", "started", "lasted_13", "lasted_26", "lasted_52", "ended")
OF_A_PERSON = sa.text("person_ref IS NOT NULL")
TAKEN_BACK = """
    kind IN ('started', 'lasted_13', 'lasted_26', 'lasted_52', 'ended') AND EXISTS (
        SELECT 1 FROM job_event AS undone
        WHERE undone.kind = 'undone' AND undone.source_ref = job_event.source_ref AND undone.attempt = job_event.attempt
    )
"""
TOLD_ANEW = """
    person_ref IS NOT NULL AND EXISTS (
        SELECT 1 FROM job_event AS later
        WHERE later.kind = job_event.kind AND later.source_ref = job_event.source_ref
        AND later.person_ref IS NOT NULL AND later.attempt > job_event.attempt
    )
"""


def one_of(kinds: tuple[str, ...]) -> str:
    return "kind IN ({})".format(", ".join(f"'{kind}'" for kind in kinds))


def reason_column() -> sa.Column[str]:
    reasons = sa.Enum(
        "never_began",
        "wrong_day",
        "wrong_placement",
        "other",
        name="undo_reason_known",
        native_enum=False,
        create_constraint=True,
        length=40,
    )
    return sa.Column("undone_because", reasons, nullable=True)


def one_step_of_each_kind(batch_op: object, columns: list[str]) -> None:
    batch_op.create_index(  # type: ignore[attr-defined]  # alembic's batch
        "one_step_of_each_kind_per_placement",
        columns,
        unique=True,
        sqlite_where=OF_A_PERSON,
        postgresql_where=OF_A_PERSON,
    )


def upgrade() -> None:
    with op.batch_alter_table("job_event", schema=None) as batch_op:
        batch_op.drop_index("one_step_of_each_kind_per_placement")
        batch_op.add_column(sa.Column("attempt", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(reason_column())
        batch_op.drop_constraint(op.f("job_event_job_event_kind_known"), type_="check")
        batch_op.create_check_constraint(op.f("job_event_job_event_kind_known"), one_of((*BEFORE, "undone")))
        batch_op.create_check_constraint(
            op.f("job_event_undone_for_a_reason"), "(kind = 'undone') = (undone_because IS NOT NULL)"
        )
        one_step_of_each_kind(batch_op, ["kind", "source_ref", "attempt"])
    with op.batch_alter_table("job_event", schema=None) as batch_op:
        batch_op.alter_column("attempt", server_default=None)
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(reason_column())
        batch_op.create_check_constraint(
            op.f("placement_undone_for_a_reason"), "(undone_at IS NULL) = (undone_because IS NULL)"
        )


def downgrade() -> None:
    """An older version knows no correction, and takes each step once: the mistake goes with what corrected it."""
    for gone in (TAKEN_BACK, "kind = 'undone'", TOLD_ANEW):
        op.execute(f"DELETE FROM job_event WHERE {gone}")  # noqa: S608  # our own words, above
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("placement_undone_for_a_reason"), type_="check")
        batch_op.drop_constraint(op.f("placement_undo_reason_known"), type_="check")
        batch_op.drop_column("undone_because")
        batch_op.drop_column("undone_at")
    with op.batch_alter_table("job_event", schema=None) as batch_op:
        batch_op.drop_index("one_step_of_each_kind_per_placement")
        batch_op.drop_constraint(op.f("job_event_undone_for_a_reason"), type_="check")
        batch_op.drop_constraint(op.f("job_event_undo_reason_known"), type_="check")
        batch_op.drop_constraint(op.f("job_event_job_event_kind_known"), type_="check")
        batch_op.create_check_constraint(op.f("job_event_job_event_kind_known"), one_of(BEFORE))
        batch_op.drop_column("undone_because")
        batch_op.drop_column("attempt")
        one_step_of_each_kind(batch_op, ["kind", "source_ref"])
