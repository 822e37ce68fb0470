"""Postal addresses and countries, two more reasons for a no, and registrations that wait each with their next try."""

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

REASONS_THEN = ("bankrupt", "winding_up", "deleted", "not_found", "is_workplace")
REASONS_NOW = ("bankrupt", "winding_up", "deleted", "removed", "not_found", "is_workplace", "synthetic")
POSTAL = (("postal_street", 200), ("postal_postcode", 10), ("postal_town", 200), ("postal_country", 200))


def upgrade() -> None:
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("country", sa.String(length=200), nullable=True))
        for name, length in POSTAL:
            batch_op.add_column(sa.Column(name, sa.String(length=length), nullable=True))
        batch_op.drop_constraint(batch_op.f("organisation_refusal_reason_known"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("organisation_refusal_reason_known"), one_of("refusal_reason", REASONS_NOW)
        )
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("country", sa.String(length=200), nullable=True))
    waiting = op.create_table(
        "awaited_answer",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "trouble",
            sa.Enum(
                "silent",
                "unreadable",
                "other_number",
                "incomplete",
                name="trouble_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("tries >= 0", name=op.f("awaited_answer_tries_not_negative")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("awaited_answer_organisation_id_references_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("awaited_answer_key")),
        sa.UniqueConstraint("organisation_id", name=op.f("awaited_answer_organisation_id_unique")),
    )
    op.create_index(op.f("awaited_answer_next_try_at_index"), "awaited_answer", ["next_try_at"])
    wait(waiting)


def wait(waiting: sa.Table) -> None:
    """Whoever waits already is asked about at once, as if the register had been silent so far."""
    organisation = sa.table(
        "organisation",
        sa.column("id", sa.Uuid()),
        sa.column("verification"),
        sa.column("registered_at", sa.DateTime(timezone=True)),
    )
    unverified = sa.select(organisation.c.id, organisation.c.registered_at).where(
        organisation.c.verification == "unverified"
    )
    rows = [
        {
            "id": uuid.uuid4(),
            "organisation_id": row.id,
            "since": row.registered_at,
            "tries": 1,
            "next_try_at": datetime.now(UTC),
            "trouble": "silent",
        }
        for row in op.get_bind().execute(unverified)
    ]
    if rows:
        op.bulk_insert(waiting, rows)


def downgrade() -> None:
    op.drop_table("awaited_answer")
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.drop_column("country")
    op.execute("UPDATE organisation SET refusal_reason = 'deleted' WHERE refusal_reason = 'removed'")
    op.execute("UPDATE organisation SET refusal_reason = 'not_found' WHERE refusal_reason = 'synthetic'")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("organisation_refusal_reason_known"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("organisation_refusal_reason_known"), one_of("refusal_reason", REASONS_THEN)
        )
        for name, _length in reversed(POSTAL):
            batch_op.drop_column(name)
        batch_op.drop_column("country")


def one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"
