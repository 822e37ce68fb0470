"""A code beside each sign-in link."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.add_column(sa.Column("code_hash", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("code_attempts", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.alter_column("code_attempts", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_column("code_attempts")
        batch_op.drop_column("code_hash")
