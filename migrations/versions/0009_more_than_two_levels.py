"""Ledd of public bodies: employers know their legal entity, workplaces the unit above, and a job reads the tree."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

HAVE_LEDD = ("KOMM", "FYLK", "STAT", "ORGL", "KIRK")


def upgrade() -> None:
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("parent_orgnr", sa.String(length=9), nullable=True))
        batch_op.add_column(sa.Column("legal_orgnr", sa.String(length=9), nullable=True))
        batch_op.add_column(sa.Column("legal_name", sa.String(length=200), nullable=True))
        batch_op.create_index(batch_op.f("organisation_legal_orgnr_index"), ["legal_orgnr"])
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("branch_orgnr", sa.String(length=9), nullable=True))
        batch_op.add_column(sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "branch",
        sa.Column("orgnr", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("parent_orgnr", sa.String(length=9), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(orgnr) = 9", name=op.f("branch_orgnr_has_nine_digits")),
        sa.PrimaryKeyConstraint("id", name=op.f("branch_key")),
        sa.UniqueConstraint("orgnr", name=op.f("branch_orgnr_unique")),
    )
    op.create_index(op.f("branch_parent_orgnr_index"), "branch", ["parent_orgnr"])
    reading = op.create_table(
        "tree_reading",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("queue", sa.JSON(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("held_back", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
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
            nullable=True,
        ),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "found >= 0 AND held_back >= 0 AND tries >= 0", name=op.f("tree_reading_counts_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("tree_reading_organisation_id_references_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("tree_reading_key")),
    )
    op.create_index(op.f("tree_reading_next_try_at_index"), "tree_reading", ["next_try_at"])
    op.execute("UPDATE organisation SET legal_orgnr = orgnr WHERE form_code IS NOT NULL AND form_code <> 'ORGL'")
    read_those_that_may_have_ledd(reading)


def read_those_that_may_have_ledd(reading: sa.Table) -> None:
    """Until now only what lay right below them was found; what lies deeper is read when the scheduler starts."""
    organisation = sa.table(
        "organisation",
        sa.column("id", sa.Uuid()),
        sa.column("orgnr"),
        sa.column("form_code"),
        sa.column("verification"),
    )
    verified = sa.select(organisation.c.id, organisation.c.orgnr).where(
        organisation.c.verification == "verified", organisation.c.form_code.in_(HAVE_LEDD)
    )
    now = datetime.now(UTC)
    rows = [
        {
            "organisation_id": row.id,
            "started_at": now,
            "queue": [["above", row.orgnr, 0, 0], ["workplaces", row.orgnr, 0, 0], ["branches", row.orgnr, 0, 0]],
            "seen": [row.orgnr],
            "found": 0,
            "held_back": 0,
            "whole": True,
            "tries": 0,
            "next_try_at": now,
        }
        for row in op.get_bind().execute(verified)
    ]
    if rows:
        op.bulk_insert(reading, rows)


def downgrade() -> None:
    op.drop_table("tree_reading")
    op.drop_table("branch")
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.drop_column("read_at")
        batch_op.drop_column("branch_orgnr")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("organisation_legal_orgnr_index"))
        batch_op.drop_column("legal_name")
        batch_op.drop_column("legal_orgnr")
        batch_op.drop_column("parent_orgnr")
