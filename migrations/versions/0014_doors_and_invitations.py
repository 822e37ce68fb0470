"""A code beside each sign-in link, requests for access, invitations of colleagues, and what was signed in a case."""

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
    _access_request()
    _invitation()
    _signed_text()
    _known_browser()


def downgrade() -> None:
    op.drop_table("known_browser")
    op.drop_table("signed_text")
    op.drop_table("invitation")
    op.drop_table("access_request")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_column("code_attempts")
        batch_op.drop_column("code_hash")


def _access_request() -> None:
    op.create_table(
        "access_request",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "endorsed",
                "given",
                "declined",
                "withdrawn",
                name="access_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("endorsed_by_id", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('given', 'declined', 'withdrawn')) = (closed_at IS NOT NULL)",
            name=op.f("access_request_closed_if_and_only_if_answered"),
        ),
        sa.CheckConstraint(
            "state <> 'endorsed' OR endorsed_by_id IS NOT NULL", name=op.f("access_request_endorsed_by_somebody")
        ),
        sa.CheckConstraint(
            "closed_by_id IS NULL OR endorsed_by_id IS NULL OR state <> 'given' OR closed_by_id <> endorsed_by_id",
            name=op.f("access_request_given_by_another_than_who_endorsed"),
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"access_request_{column}_references_{table}"))
            for column, table in (
                ("closed_by_id", "user_account"),
                ("endorsed_by_id", "user_account"),
                ("organisation_id", "organisation"),
                ("user_id", "user_account"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("access_request_key")),
    )
    with op.batch_alter_table("access_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("access_request_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("access_request_user_id_index"), ["user_id"], unique=False)
        batch_op.create_index(
            "one_open_access_request_per_person_and_organisation",
            ["organisation_id", "user_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column(
            "state",
            _words("offered", "accepted", "declined", "withdrawn", "lapsed", name="invitation_state_known"),
            nullable=False,
        ),
        sa.Column("invited_by_id", sa.Uuid(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("role IN ('leader', 'employee')", name=op.f("invitation_to_a_role_of_an_employer")),
        sa.CheckConstraint(
            "(state = 'offered') = (closed_at IS NULL)", name=op.f("invitation_closed_if_and_only_if_over")
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"invitation_{column}_references_{table}"))
            for column, table in (("invited_by_id", "user_account"), ("organisation_id", "organisation"))
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("invitation_key")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("invitation_email_index"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("invitation_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(
            "one_open_invitation_per_address_and_organisation",
            ["organisation_id", "email"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )


def _signed_text() -> None:
    op.create_table(
        "signed_text",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("level", _words("underveis", "inkluderende", "padriver", name="level_id_known"), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("signed_text_assessment_id_references_assessment")
        ),
        sa.PrimaryKeyConstraint("assessment_id", name=op.f("signed_text_key")),
    )


def _known_browser() -> None:
    op.create_table(
        "known_browser",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("known_browser_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("known_browser_key")),
        sa.UniqueConstraint("user_id", "browser_hash", name="one_row_per_user_and_browser"),
    )


def _words(*words: str, name: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)
