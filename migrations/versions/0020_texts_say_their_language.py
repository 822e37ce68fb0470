"""Texts by people say what language they are written in; what stood before is bokmål."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WORD = sa.String(length=40)
WITH_TEXTS = (
    "action_item", "agreement", "decision", "follow_up", "gathering", "opening", "proposal", "recommendation", "sent_back",
)  # fmt: skip


def upgrade() -> None:
    for table in WITH_TEXTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("written_in", WORD, nullable=False, server_default="nb"))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("written_in", existing_type=WORD, server_default=None)
            batch_op.create_check_constraint(batch_op.f(f"{table}_locale_known"), "written_in IN ('nb', 'nn', 'en')")

    with op.batch_alter_table("user_account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("writes_in", WORD, nullable=True))
        batch_op.create_check_constraint(batch_op.f("user_account_writes_in_known"), "writes_in IN ('nb', 'nn', 'en')")


def downgrade() -> None:
    with op.batch_alter_table("user_account", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("user_account_writes_in_known"), type_="check")
        batch_op.drop_column("writes_in")

    for table in WITH_TEXTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(batch_op.f(f"{table}_locale_known"), type_="check")
            batch_op.drop_column("written_in")
