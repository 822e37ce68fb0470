"""A database that a demo is loaded into says so; one that was loaded before is known by the demo's administrator."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ADMINISTRATOR = "administrator@demo.plass.example"


def upgrade() -> None:
    op.create_table(
        "demo_mark",
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("loaded_at", name=op.f("demo_mark_key")),
    )
    op.execute(
        sa.text(
            "INSERT INTO demo_mark (loaded_at) SELECT created_at FROM user_account WHERE email = :email"
        ).bindparams(email=ADMINISTRATOR)
    )


def downgrade() -> None:
    op.drop_table("demo_mark")
