"""Who exists: people, employers, sign-in, audit log, outbox; and what the web keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nav_office",
        sa.Column("number", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("region", sa.String(length=200), nullable=False),
        sa.Column("municipality_number", sa.String(length=4), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("nav_office_key")),
        sa.UniqueConstraint("number", name=op.f("nav_office_number_unique")),
    )
    op.create_table(
        "organisation",
        sa.Column("orgnr", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("form_code", sa.String(length=10), nullable=True),
        sa.Column(
            "sector",
            sa.Enum(
                "private",
                "public",
                "nonprofit",
                name="sector_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("industry_code", sa.String(length=10), nullable=True),
        sa.Column("industry_name", sa.String(length=200), nullable=True),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("street", sa.String(length=200), nullable=True),
        sa.Column("postcode", sa.String(length=10), nullable=True),
        sa.Column("town", sa.String(length=200), nullable=True),
        sa.Column("municipality_number", sa.String(length=4), nullable=True),
        sa.Column("belongs_to_county", sa.Boolean(), nullable=False),
        sa.Column(
            "verification",
            sa.Enum(
                "unverified",
                "verified",
                "refused",
                name="verification_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "refusal_reason",
            sa.Enum(
                "bankrupt",
                "winding_up",
                "deleted",
                "not_found",
                "is_workplace",
                name="refusal_reason_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(verification = 'refused') = (refusal_reason IS NOT NULL)",
            name=op.f("organisation_refused_if_and_only_if_a_reason"),
        ),
        sa.CheckConstraint(
            "(verification = 'unverified') = (checked_at IS NULL)",
            name=op.f("organisation_checked_once_the_register_answered"),
        ),
        sa.CheckConstraint("employees IS NULL OR employees >= 0", name=op.f("organisation_employees_not_negative")),
        sa.CheckConstraint("length(orgnr) = 9", name=op.f("organisation_orgnr_has_nine_digits")),
        sa.PrimaryKeyConstraint("id", name=op.f("organisation_key")),
        sa.UniqueConstraint("orgnr", name=op.f("organisation_orgnr_unique")),
    )
    op.create_table(
        "outbox_message",
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "sign_in",
                "colleague_invited",
                "user_invited",
                "registration_verified",
                "registration_refused",
                "authority_confirmed",
                "authority_rejected",
                "assessment_assigned",
                "assessment_returned",
                "assessment_decided",
                "certificate_changed",
                "gathering_changed",
                "gathering_cancelled",
                "proposal_made",
                "candidate_said_yes",
                "candidate_answered",
                "employer_answered",
                "employer_said_yes",
                "agreement_to_approve",
                "agreement_changed",
                "agreement_approved",
                "placement_cancelled",
                "start_to_confirm",
                "placement_started",
                "placement_ended",
                "follow_up_due",
                "opening_expiring",
                name="mail_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "locale",
            sa.Enum("nb", "nn", "en", name="locale_known", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("once_key", sa.String(length=120), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("sent_at IS NULL OR given_up_at IS NULL", name=op.f("outbox_message_sent_or_given_up")),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_message_key")),
        sa.UniqueConstraint("once_key", name=op.f("outbox_message_once_key_unique")),
    )
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.create_index(
            "outbox_message_waiting",
            ["not_before"],
            unique=False,
            sqlite_where=sa.text("sent_at IS NULL AND given_up_at IS NULL"),
            postgresql_where=sa.text("sent_at IS NULL AND given_up_at IS NULL"),
        )

    op.create_table(
        "rate_limit_counter",
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("rate_limit_counter_key")),
    )
    op.create_table(
        "scheduler_lease",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("scheduler_lease_key")),
    )
    op.create_table(
        "sign_in_link",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=False),
        sa.Column("next_path", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("sign_in_link_key")),
        sa.UniqueConstraint("token_hash", name=op.f("sign_in_link_token_hash_unique")),
    )
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("sign_in_link_email_index"), ["email"], unique=False)

    op.create_table(
        "user_account",
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "locale",
            sa.Enum("nb", "nn", "en", name="locale_known", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("email IS NULL OR email = lower(email)", name=op.f("user_account_email_in_lower_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("user_account_key")),
        sa.UniqueConstraint("email", name=op.f("user_account_email_unique")),
    )
    op.create_table(
        "audit_event",
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["user_account.id"], name=op.f("audit_event_actor_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("audit_event_organisation_id_references_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("audit_event_key")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("audit_event_actor_id_index"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("audit_event_occurred_at_index"), ["occurred_at"], unique=False)
        batch_op.create_index(batch_op.f("audit_event_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index("audit_event_subject_index", ["subject_kind", "subject_id", "occurred_at"], unique=False)

    op.create_table(
        "authority_request",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "code_sent",
                "confirmed",
                "rejected",
                "withdrawn",
                name="authority_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "officer",
                "posted_code",
                name="authority_method_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("code_hash", sa.String(length=64), nullable=True),
        sa.Column("code_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code_attempts", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'rejected', 'withdrawn')) = (closed_at IS NOT NULL)",
            name=op.f("authority_request_closed_if_and_only_if_answered"),
        ),
        sa.CheckConstraint(
            "method IS NULL OR method = 'posted_code' OR (closed_by_id IS NOT NULL AND reason <> '')",
            name=op.f("authority_request_an_officer_gives_a_reason"),
        ),
        sa.CheckConstraint(
            "state <> 'code_sent' OR (code_hash IS NOT NULL AND code_expires_at IS NOT NULL)",
            name=op.f("authority_request_a_sent_code_has_a_hash_and_an_end"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('confirmed', 'rejected') OR method IS NOT NULL",
            name=op.f("authority_request_answered_in_a_known_way"),
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["user_account.id"], name=op.f("authority_request_closed_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("authority_request_organisation_id_references_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("authority_request_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("authority_request_key")),
    )
    with op.batch_alter_table("authority_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("authority_request_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("authority_request_user_id_index"), ["user_id"], unique=False)
        batch_op.create_index(
            "one_open_authority_request_per_person_and_organisation",
            ["organisation_id", "user_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "role_grant",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "leader",
                "employee",
                "candidate",
                "counsellor",
                "certifier",
                "programme_lead",
                "analyst",
                "council",
                "administrator",
                name="role_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("nav_office_id", sa.Uuid(), nullable=True),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("granted_by_id", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(role = 'counsellor') = (nav_office_id IS NOT NULL)", name=op.f("role_grant_counsellors_hold_in_an_office")
        ),
        sa.CheckConstraint(
            "(role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name=op.f("role_grant_employer_roles_hold_in_an_organisation"),
        ),
        sa.CheckConstraint(
            "revoked_at IS NOT NULL OR revoked_by_id IS NULL", name=op.f("role_grant_revoked_by_needs_a_time")
        ),
        sa.ForeignKeyConstraint(
            ["granted_by_id"], ["user_account.id"], name=op.f("role_grant_granted_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["nav_office_id"], ["nav_office.id"], name=op.f("role_grant_nav_office_id_references_nav_office")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("role_grant_organisation_id_references_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["revoked_by_id"], ["user_account.id"], name=op.f("role_grant_revoked_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("role_grant_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("role_grant_key")),
    )
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.create_index(
            "one_living_counsellor_role_per_office",
            ["user_id", "nav_office_id"],
            unique=True,
            sqlite_where=sa.text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
        )
        batch_op.create_index(
            "one_living_employer_role_per_organisation",
            ["user_id", "organisation_id"],
            unique=True,
            sqlite_where=sa.text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
        )
        batch_op.create_index(
            "one_living_role_of_each_other_kind",
            ["user_id", "role"],
            unique=True,
            sqlite_where=sa.text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
        )
        batch_op.create_index(batch_op.f("role_grant_nav_office_id_index"), ["nav_office_id"], unique=False)
        batch_op.create_index(batch_op.f("role_grant_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("role_grant_user_id_index"), ["user_id"], unique=False)

    op.create_table(
        "submitted_form",
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("location", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("submitted_form_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("submitted_form_key")),
    )
    with op.batch_alter_table("submitted_form", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("submitted_form_user_id_index"), ["user_id"], unique=False)

    op.create_table(
        "user_session",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("user_session_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("user_session_key")),
        sa.UniqueConstraint("token_hash", name=op.f("user_session_token_hash_unique")),
    )
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("user_session_user_id_index"), ["user_id"], unique=False)

    op.create_table(
        "workplace",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("orgnr", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("street", sa.String(length=200), nullable=True),
        sa.Column("postcode", sa.String(length=10), nullable=True),
        sa.Column("town", sa.String(length=200), nullable=True),
        sa.Column("municipality_number", sa.String(length=4), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(orgnr) = 9", name=op.f("workplace_orgnr_has_nine_digits")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("workplace_organisation_id_references_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("workplace_key")),
        sa.UniqueConstraint("orgnr", name=op.f("workplace_orgnr_unique")),
    )
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("workplace_organisation_id_index"), ["organisation_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("workplace_organisation_id_index"))

    op.drop_table("workplace")
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("user_session_user_id_index"))

    op.drop_table("user_session")
    with op.batch_alter_table("submitted_form", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("submitted_form_user_id_index"))

    op.drop_table("submitted_form")
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("role_grant_user_id_index"))
        batch_op.drop_index(batch_op.f("role_grant_organisation_id_index"))
        batch_op.drop_index(batch_op.f("role_grant_nav_office_id_index"))
        batch_op.drop_index(
            "one_living_role_of_each_other_kind",
            sqlite_where=sa.text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
        )
        batch_op.drop_index(
            "one_living_employer_role_per_organisation",
            sqlite_where=sa.text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "one_living_counsellor_role_per_office",
            sqlite_where=sa.text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
            postgresql_where=sa.text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
        )

    op.drop_table("role_grant")
    with op.batch_alter_table("authority_request", schema=None) as batch_op:
        batch_op.drop_index(
            "one_open_authority_request_per_person_and_organisation",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("authority_request_user_id_index"))
        batch_op.drop_index(batch_op.f("authority_request_organisation_id_index"))

    op.drop_table("authority_request")
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.drop_index("audit_event_subject_index")
        batch_op.drop_index(batch_op.f("audit_event_organisation_id_index"))
        batch_op.drop_index(batch_op.f("audit_event_occurred_at_index"))
        batch_op.drop_index(batch_op.f("audit_event_actor_id_index"))

    op.drop_table("audit_event")
    op.drop_table("user_account")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("sign_in_link_email_index"))

    op.drop_table("sign_in_link")
    op.drop_table("scheduler_lease")
    op.drop_table("rate_limit_counter")
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.drop_index(
            "outbox_message_waiting",
            sqlite_where=sa.text("sent_at IS NULL AND given_up_at IS NULL"),
            postgresql_where=sa.text("sent_at IS NULL AND given_up_at IS NULL"),
        )

    op.drop_table("outbox_message")
    op.drop_table("organisation")
    op.drop_table("nav_office")
