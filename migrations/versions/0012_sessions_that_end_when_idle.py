"""A session knows when it was used last, and by which door it was opened."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

DOOR = sa.String(length=40)
KNOWN = "door IN ('mail_link', 'code', 'device', 'own_link', 'demo')"
MOMENT = sa.DateTime(timezone=True)
OF_CANDIDATES = """
DELETE FROM user_session
WHERE user_id IN (SELECT user_id FROM role_grant WHERE role = 'candidate' AND revoked_at IS NULL)
"""
"""They were opened with a code alone; their owners come in again as all do from now on."""


def upgrade() -> None:
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("door", DOOR, nullable=False, server_default="mail_link"))
        batch_op.add_column(sa.Column("held_since", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("browser", sa.String(length=60), nullable=False, server_default=""))
    op.execute(OF_CANDIDATES)
    op.execute("UPDATE user_session SET seen_at = created_at, held_since = created_at")
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.alter_column("seen_at", existing_type=MOMENT, nullable=False)
        batch_op.alter_column("door", existing_type=DOOR, server_default=None)
        batch_op.alter_column("held_since", existing_type=MOMENT, nullable=False)
        batch_op.alter_column("browser", existing_type=sa.String(length=60), server_default=None)
        batch_op.create_check_constraint(batch_op.f("user_session_door_known"), KNOWN)


def downgrade() -> None:
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("user_session_door_known"), type_="check")
        batch_op.drop_column("browser")
        batch_op.drop_column("held_since")
        batch_op.drop_column("door")
        batch_op.drop_column("seen_at")
