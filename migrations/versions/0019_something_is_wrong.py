"""A young person, also one who has left, can ask that something wrong about them be mended."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KNOWN = "rights_request_rights_kind_known"
SAID = "rights_request_a_correction_says_what_is_wrong"
BEFORE = "kind IN ('objection', 'restriction', 'deletion')"
NOW = "kind IN ('objection', 'restriction', 'deletion', 'correction')"


def upgrade() -> None:
    with op.batch_alter_table("rights_request", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(KNOWN), type_="check")
        batch_op.create_check_constraint(batch_op.f(KNOWN), NOW)
        batch_op.create_check_constraint(batch_op.f(SAID), "kind <> 'correction' OR words <> ''")


def downgrade() -> None:
    op.execute("DELETE FROM rights_request WHERE kind = 'correction'")
    with op.batch_alter_table("rights_request", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f(SAID), type_="check")
        batch_op.drop_constraint(batch_op.f(KNOWN), type_="check")
        batch_op.create_check_constraint(batch_op.f(KNOWN), BEFORE)
