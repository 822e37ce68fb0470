"""Candidates can be deleted and ask for it; who has left can sign in again, to see, take along and delete."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rights_request",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "objection",
                "restriction",
                "deletion",
                name="rights_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "granted",
                "refused",
                "withdrawn",
                name="rights_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=600), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (reason = '')",
            name=op.f("rights_request_an_answer_has_somebody_and_a_reason"),
        ),
        sa.CheckConstraint(
            "state <> 'waiting' OR answered_at IS NULL", name=op.f("rights_request_waits_until_it_is_answered")
        ),
        sa.CheckConstraint(
            "state NOT IN ('granted', 'refused') OR answered_at IS NOT NULL",
            name=op.f("rights_request_judged_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["user_account.id"], name=op.f("rights_request_answered_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("rights_request_candidate_id_references_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("rights_request_key")),
    )
    with op.batch_alter_table("rights_request", schema=None) as batch_op:
        batch_op.create_index(
            "one_waiting_request_of_each_kind",
            ["candidate_id", "kind"],
            unique=True,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(batch_op.f("rights_request_due_on_index"), ["due_on"], unique=False)

    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("made_with", sa.String(length=80), nullable=False, server_default=""))
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.alter_column("made_with", existing_type=sa.String(length=80), server_default=None)

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.alter_column("approved_by_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_check_constraint(
            batch_op.f("approval_only_the_candidate_is_forgotten"), "approved_by_id IS NOT NULL OR party = 'candidate'"
        )

    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_is_called_something"), type_="check")
        batch_op.add_column(sa.Column("restricted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("deletion_asked_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("birth_date", existing_type=sa.Date(), nullable=True)
        batch_op.alter_column("municipality_number", existing_type=sa.String(length=4), nullable=True)
        batch_op.create_check_constraint(
            batch_op.f("candidate_is_called_something"), "length(first_name) > 0 OR forgotten_at IS NOT NULL"
        )
        batch_op.create_check_constraint(
            batch_op.f("candidate_known_until_forgotten"),
            "forgotten_at IS NOT NULL OR (birth_date IS NOT NULL AND municipality_number IS NOT NULL)",
        )
        batch_op.create_check_constraint(
            batch_op.f("candidate_nobody_once_forgotten"),
            "forgotten_at IS NULL OR (user_id IS NULL AND closed_at IS NOT NULL AND first_name = ''"
            " AND birth_date IS NULL AND municipality_number IS NULL AND phone IS NULL AND email IS NULL AND wishes = '')",
        )

    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_read_read_what_known"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("candidate_read_read_what_known"),
            "what IN ('list_entry', 'card', 'profile', 'proposal', 'disclosed', 'placement', 'request')",
        )

    let_those_who_left_sign_in()


def let_those_who_left_sign_in() -> None:
    """Until now their user was closed in the same moment as they were."""
    op.execute(
        "UPDATE user_account SET closed_at = NULL WHERE EXISTS (SELECT 1 FROM candidate"
        " WHERE candidate.user_id = user_account.id AND candidate.closed_at = user_account.closed_at)"
    )


def downgrade() -> None:
    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_read_read_what_known"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("candidate_read_read_what_known"),
            "what IN ('list_entry', 'card', 'profile', 'proposal', 'disclosed', 'placement')",
        )

    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_nobody_once_forgotten"), type_="check")
        batch_op.drop_constraint(batch_op.f("candidate_known_until_forgotten"), type_="check")
        batch_op.drop_constraint(batch_op.f("candidate_is_called_something"), type_="check")
        batch_op.alter_column("municipality_number", existing_type=sa.String(length=4), nullable=False)
        batch_op.alter_column("birth_date", existing_type=sa.Date(), nullable=False)
        batch_op.drop_column("forgotten_at")
        batch_op.drop_column("warned_at")
        batch_op.drop_column("deletion_asked_at")
        batch_op.drop_column("restricted_at")
        batch_op.create_check_constraint(batch_op.f("candidate_is_called_something"), "length(first_name) > 0")

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("approval_only_the_candidate_is_forgotten"), type_="check")
        batch_op.alter_column("approved_by_id", existing_type=sa.Uuid(), nullable=False)

    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_column("made_with")

    with op.batch_alter_table("rights_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("rights_request_due_on_index"))
        batch_op.drop_index(
            "one_waiting_request_of_each_kind",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("rights_request")
