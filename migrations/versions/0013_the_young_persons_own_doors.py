"""The young person's own doors: telephones, links, a PIN, what has happened; who answered and how they came in."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

GIVEN = (
    ("nav_office", "phone", sa.String(length=20)),
    ("sign_in_code", "wrong_pins", sa.Integer()),
    ("user_account", "phone", sa.String(length=20)),
    ("user_session", "wrong_pins", sa.Integer()),
)
"""Given to the rows that there are, and to no others."""


def upgrade() -> None:
    op.create_table(
        "call_request",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(done_at IS NULL) = (done_by_id IS NULL)", name=op.f("call_request_done_by_somebody")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("call_request_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["user_account.id"], name=op.f("call_request_done_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("call_request_key")),
    )
    with op.batch_alter_table("call_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("call_request_candidate_id_index"), ["candidate_id"], unique=False)
        batch_op.create_index(
            "one_open_call_request_per_candidate",
            ["candidate_id"],
            unique=True,
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )

    op.create_table(
        "candidate_pin",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("candidate_pin_candidate_id_references_candidate")
        ),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("candidate_pin_key")),
    )
    op.create_table(
        "door_event",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "code_made",
                "code_used",
                "pin_chosen",
                "pin_reset_asked",
                "pin_reset_stopped",
                "pin_reset",
                "device_known",
                "device_closed",
                "too_many_pins",
                "phone_changed",
                "email_changed",
                "email_confirmed",
                "answered_for",
                "approved_for",
                name="door_event_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user_account.id"], name=op.f("door_event_by_id_references_user_account")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("door_event_candidate_id_references_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("door_event_key")),
    )
    with op.batch_alter_table("door_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("door_event_candidate_id_index"), ["candidate_id"], unique=False)
        batch_op.create_index(
            "door_event_unread",
            ["candidate_id"],
            unique=False,
            sqlite_where=sa.text("read_at IS NULL"),
            postgresql_where=sa.text("read_at IS NULL"),
        )

    op.create_table(
        "known_device",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("wrong_pins >= 0", name=op.f("known_device_wrong_pins_not_negative")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("known_device_candidate_id_references_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("known_device_key")),
        sa.UniqueConstraint("token_hash", name=op.f("known_device_token_hash_unique")),
    )
    with op.batch_alter_table("known_device", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("known_device_candidate_id_index"), ["candidate_id"], unique=False)

    op.create_table(
        "own_link",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_asked_for", sa.Boolean(), nullable=False),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("wrong_pins >= 0", name=op.f("own_link_wrong_pins_not_negative")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("own_link_candidate_id_references_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("own_link_key")),
    )
    with op.batch_alter_table("own_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("own_link_candidate_id_index"), ["candidate_id"], unique=False)

    op.create_table(
        "pin_reset",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("code_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("stopped_at IS NULL OR done_at IS NULL", name=op.f("pin_reset_stopped_or_done")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("pin_reset_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["code_id"], ["sign_in_code.id"], name=op.f("pin_reset_code_id_references_sign_in_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pin_reset_key")),
    )
    with op.batch_alter_table("pin_reset", schema=None) as batch_op:
        batch_op.create_index(
            "one_open_reset_per_candidate",
            ["candidate_id"],
            unique=True,
            sqlite_where=sa.text("stopped_at IS NULL AND done_at IS NULL"),
            postgresql_where=sa.text("stopped_at IS NULL AND done_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("pin_reset_code_id_index"), ["code_id"], unique=False)

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.add_column(sa.Column("door", sa.String(length=40), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("approval_door_known"), "door IN ('mail_link', 'code', 'device', 'own_link', 'demo')"
        )

    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_email", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("email_confirmed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("candidate_confirmed_at_a_time"), "(confirmed_email IS NULL) = (email_confirmed_at IS NULL)"
        )

    with op.batch_alter_table("nav_office", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(length=20), nullable=False, server_default=""))

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_door", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("answered_for_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("on_behalf_reason", sa.String(length=40), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("proposal_answered_for_by_id_references_user_account"),
            "user_account",
            ["answered_for_by_id"],
            ["id"],
        )
        batch_op.create_check_constraint(
            batch_op.f("proposal_answered_for_with_a_reason"),
            "(answered_for_by_id IS NULL) = (on_behalf_reason IS NULL)",
        )
        batch_op.create_check_constraint(
            batch_op.f("proposal_door_known"), "answer_door IN ('mail_link', 'code', 'device', 'own_link', 'demo')"
        )
        batch_op.create_check_constraint(
            batch_op.f("proposal_on_behalf_reason_known"),
            "on_behalf_reason IN ('no_eid', 'reserved', 'digital_competence')",
        )

    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_check_constraint(batch_op.f("sign_in_code_wrong_pins_not_negative"), "wrong_pins >= 0")

    with op.batch_alter_table("user_account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(length=20), nullable=False, server_default=""))

    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default="0"))

    for table, column, kind in GIVEN:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, existing_type=kind, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.drop_column("wrong_pins")

    with op.batch_alter_table("user_account", schema=None) as batch_op:
        batch_op.drop_column("phone")

    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("sign_in_code_wrong_pins_not_negative"), type_="check")
        batch_op.drop_column("wrong_pins")

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("proposal_on_behalf_reason_known"), type_="check")
        batch_op.drop_constraint(batch_op.f("proposal_door_known"), type_="check")
        batch_op.drop_constraint(batch_op.f("proposal_answered_for_with_a_reason"), type_="check")
        batch_op.drop_constraint(batch_op.f("proposal_answered_for_by_id_references_user_account"), type_="foreignkey")
        batch_op.drop_column("on_behalf_reason")
        batch_op.drop_column("answered_for_by_id")
        batch_op.drop_column("answer_door")

    with op.batch_alter_table("nav_office", schema=None) as batch_op:
        batch_op.drop_column("phone")

    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_confirmed_at_a_time"), type_="check")
        batch_op.drop_column("email_confirmed_at")
        batch_op.drop_column("confirmed_email")

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("approval_door_known"), type_="check")
        batch_op.drop_column("door")

    with op.batch_alter_table("pin_reset", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("pin_reset_code_id_index"))
        batch_op.drop_index(
            "one_open_reset_per_candidate",
            sqlite_where=sa.text("stopped_at IS NULL AND done_at IS NULL"),
            postgresql_where=sa.text("stopped_at IS NULL AND done_at IS NULL"),
        )

    op.drop_table("pin_reset")
    with op.batch_alter_table("own_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("own_link_candidate_id_index"))

    op.drop_table("own_link")
    with op.batch_alter_table("known_device", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("known_device_candidate_id_index"))

    op.drop_table("known_device")
    with op.batch_alter_table("door_event", schema=None) as batch_op:
        batch_op.drop_index(
            "door_event_unread", sqlite_where=sa.text("read_at IS NULL"), postgresql_where=sa.text("read_at IS NULL")
        )
        batch_op.drop_index(batch_op.f("door_event_candidate_id_index"))

    op.drop_table("door_event")
    op.drop_table("candidate_pin")
    with op.batch_alter_table("call_request", schema=None) as batch_op:
        batch_op.drop_index(
            "one_open_call_request_per_candidate",
            sqlite_where=sa.text("done_at IS NULL"),
            postgresql_where=sa.text("done_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("call_request_candidate_id_index"))

    op.drop_table("call_request")
