"""Certification: editions, assessments, reviews, decisions, certificates, the network."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "criteria_edition",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "hearing",
                "published",
                "superseded",
                "withdrawn",
                name="edition_status_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(status IN ('draft', 'hearing')) = (published_at IS NULL)",
            name=op.f("criteria_edition_published_if_and_only_if_a_time"),
        ),
        sa.CheckConstraint("length(fingerprint) = 64", name=op.f("criteria_edition_fingerprint_is_a_sha_256")),
        sa.PrimaryKeyConstraint("id", name=op.f("criteria_edition_key")),
        sa.UniqueConstraint("number", name=op.f("criteria_edition_number_unique")),
    )
    with op.batch_alter_table("criteria_edition", schema=None) as batch_op:
        batch_op.create_index(
            "one_published_edition",
            ["status"],
            unique=True,
            sqlite_where=sa.text("status = 'published'"),
            postgresql_where=sa.text("status = 'published'"),
        )

    op.create_table(
        "evidence_file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("original_name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("size BETWEEN 1 AND 10485760", name=op.f("evidence_file_size_at_most_ten_megabytes")),
        sa.PrimaryKeyConstraint("id", name=op.f("evidence_file_key")),
    )
    op.create_table(
        "assessment",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("edition_id", sa.Uuid(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "underveis",
                "inkluderende",
                "padriver",
                name="level_id_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "round",
            sa.Enum(
                "first",
                "annual_report",
                "recertification",
                name="round_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "answering",
                "submitted",
                "assigned",
                "in_review",
                "returned",
                "recommended",
                "decided",
                "withdrawn",
                "lapsed",
                name="assessment_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("employees", sa.Integer(), nullable=True),
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
        sa.Column("has_under_18", sa.Boolean(), nullable=True),
        sa.Column("trade", sa.Boolean(), nullable=True),
        sa.Column("has_apprentices", sa.Boolean(), nullable=True),
        sa.Column("takes_training", sa.Boolean(), nullable=True),
        sa.Column("profile_reason", sa.String(length=4000), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_by_id", sa.Uuid(), nullable=True),
        sa.Column("answers_hash", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'answering', 'withdrawn', 'lapsed') OR signed_at IS NOT NULL",
            name=op.f("assessment_submitted_cases_are_signed"),
        ),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL) AND (signed_at IS NULL) = (answers_hash IS NULL)",
            name=op.f("assessment_signed_if_and_only_if_a_signer_and_a_hash"),
        ),
        sa.CheckConstraint("employees IS NULL OR employees >= 0", name=op.f("assessment_employees_not_negative")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("assessment_created_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["criteria_edition.id"], name=op.f("assessment_edition_id_references_criteria_edition")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("assessment_organisation_id_references_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["user_account.id"], name=op.f("assessment_signed_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("assessment_key")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("assessment_edition_id_index"), ["edition_id"], unique=False)
        batch_op.create_index(batch_op.f("assessment_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("assessment_state_index"), ["state"], unique=False)
        batch_op.create_index(
            "one_open_assessment_per_organisation",
            ["organisation_id"],
            unique=True,
            sqlite_where=sa.text("state NOT IN ('decided', 'withdrawn', 'lapsed')"),
            postgresql_where=sa.text("state NOT IN ('decided', 'withdrawn', 'lapsed')"),
        )

    op.create_table(
        "gathering",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("about", sa.String(length=4000), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("meeting_link", sa.String(length=500), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancel_reason", sa.String(length=4000), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(cancelled_at IS NULL) = (cancel_reason = '')", name=op.f("gathering_cancelled_if_and_only_if_a_reason")
        ),
        sa.CheckConstraint("place <> '' OR meeting_link <> ''", name=op.f("gathering_is_somewhere")),
        sa.CheckConstraint("capacity IS NULL OR capacity > 0", name=op.f("gathering_has_room_for_somebody")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("gathering_begins_before_it_ends")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("gathering_created_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("gathering_key")),
    )
    with op.batch_alter_table("gathering", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("gathering_starts_at_index"), ["starts_at"], unique=False)

    op.create_table(
        "action_item",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.String(length=8), nullable=True),
        sa.Column("what", sa.String(length=4000), nullable=False),
        sa.Column("responsible", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("what <> ''", name=op.f("action_item_says_what_to_do")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("action_item_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("action_item_created_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("action_item_key")),
    )
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("action_item_assessment_id_index"), ["assessment_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.String(length=8), nullable=False),
        sa.Column(
            "value",
            sa.Enum(
                "not_met",
                "partly",
                "met",
                "not_applicable",
                name="answer_value_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("figure_count", sa.Integer(), nullable=True),
        sa.Column("figure_out_of", sa.Integer(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("figure_count IS NULL OR figure_count >= 0", name=op.f("answer_figure_not_negative")),
        sa.CheckConstraint(
            "figure_out_of IS NULL OR (figure_count IS NOT NULL AND figure_count <= figure_out_of)",
            name=op.f("answer_a_part_is_not_more_than_the_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["user_account.id"], name=op.f("answer_answered_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("answer_assessment_id_references_assessment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("answer_key")),
        sa.UniqueConstraint("assessment_id", "criterion_id", name="one_answer_per_criterion"),
    )
    op.create_table(
        "certificate",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "underveis",
                "inkluderende",
                "padriver",
                name="level_id_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("level <> 'underveis'", name=op.f("certificate_underveis_is_no_certificate")),
        sa.CheckConstraint("valid_from <= valid_until", name=op.f("certificate_valid_from_before_until")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("certificate_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("certificate_organisation_id_references_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("certificate_key")),
        sa.UniqueConstraint("assessment_id", name=op.f("certificate_assessment_id_unique")),
        sa.UniqueConstraint("code", name=op.f("certificate_code_unique")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("certificate_organisation_id_index"), ["organisation_id"], unique=False)

    op.create_table(
        "certifier_assignment",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("certifier_id", sa.Uuid(), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_by_id", sa.Uuid(), nullable=False),
        sa.Column("impartiality_declared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(length=4000), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("certifier_assignment_ended_if_and_only_if_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("certifier_assignment_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["assigned_by_id"],
            ["user_account.id"],
            name=op.f("certifier_assignment_assigned_by_id_references_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["certifier_id"],
            ["user_account.id"],
            name=op.f("certifier_assignment_certifier_id_references_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("certifier_assignment_key")),
    )
    with op.batch_alter_table("certifier_assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("certifier_assignment_assessment_id_index"), ["assessment_id"], unique=False)
        batch_op.create_index(batch_op.f("certifier_assignment_certifier_id_index"), ["certifier_id"], unique=False)
        batch_op.create_index(
            "one_certifier_per_assessment",
            ["assessment_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "decision",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "approved",
                "approved_with_milestones",
                "postponed",
                "not_approved",
                name="decision_outcome_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reasons", sa.String(length=4000), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("certifier_id", sa.Uuid(), nullable=False),
        sa.Column("county_unit", sa.Boolean(), nullable=False),
        sa.Column("first_decider_id", sa.Uuid(), nullable=False),
        sa.Column("first_outside_county", sa.Boolean(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("second_decider_id", sa.Uuid(), nullable=True),
        sa.Column("second_outside_county", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refused_by_id", sa.Uuid(), nullable=True),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal_reason", sa.String(length=4000), nullable=False),
        sa.Column("rule_version", sa.String(length=40), nullable=False),
        sa.Column("answers_hash", sa.String(length=64), nullable=False),
        sa.Column("edition_fingerprint", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(outcome = 'postponed') = (due_on IS NOT NULL)", name=op.f("decision_postponed_until_a_day")
        ),
        sa.CheckConstraint("reasons <> ''", name=op.f("decision_says_why")),
        sa.CheckConstraint("refused_at IS NULL OR refusal_reason <> ''", name=op.f("decision_refused_with_a_reason")),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (second_decider_id IS NULL)",
            name=op.f("decision_decided_if_and_only_if_two_deciders"),
        ),
        sa.CheckConstraint(
            "(refused_at IS NULL) = (refused_by_id IS NULL)", name=op.f("decision_refused_if_and_only_if_by_somebody")
        ),
        sa.CheckConstraint(
            "NOT county_unit OR (first_outside_county AND (second_decider_id IS NULL OR second_outside_county))",
            name=op.f("decision_the_county_does_not_decide_on_its_own"),
        ),
        sa.CheckConstraint("decided_at IS NULL OR refused_at IS NULL", name=op.f("decision_decided_or_refused")),
        sa.CheckConstraint(
            "first_decider_id <> certifier_id AND (second_decider_id IS NULL OR second_decider_id <> certifier_id)",
            name=op.f("decision_the_certifier_does_not_decide"),
        ),
        sa.CheckConstraint(
            "second_decider_id IS NULL OR second_decider_id <> first_decider_id", name=op.f("decision_deciders_differ")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("decision_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["certifier_id"], ["user_account.id"], name=op.f("decision_certifier_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["first_decider_id"], ["user_account.id"], name=op.f("decision_first_decider_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["refused_by_id"], ["user_account.id"], name=op.f("decision_refused_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["second_decider_id"], ["user_account.id"], name=op.f("decision_second_decider_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("decision_key")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("decision_assessment_id_index"), ["assessment_id"], unique=False)
        batch_op.create_index(
            "one_final_decision_per_assessment",
            ["assessment_id"],
            unique=True,
            sqlite_where=sa.text("decided_at IS NOT NULL AND outcome <> 'postponed'"),
            postgresql_where=sa.text("decided_at IS NOT NULL AND outcome <> 'postponed'"),
        )
        batch_op.create_index(
            "one_waiting_decision_per_assessment",
            ["assessment_id"],
            unique=True,
            sqlite_where=sa.text("decided_at IS NULL AND refused_at IS NULL"),
            postgresql_where=sa.text("decided_at IS NULL AND refused_at IS NULL"),
        )

    op.create_table(
        "evidence",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.String(length=8), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "register",
                "link",
                "file",
                "description",
                "figures",
                "conversation",
                "spot_check",
                "pulse",
                "self_declaration",
                "action_plan",
                name="evidence_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("added_by_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(kind = 'file') = (file_id IS NOT NULL)", name=op.f("evidence_a_file_has_bytes")),
        sa.CheckConstraint("(kind = 'link') = (url IS NOT NULL)", name=op.f("evidence_a_link_has_an_address")),
        sa.CheckConstraint("kind IN ('link', 'file')", name=op.f("evidence_a_link_or_a_file")),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (removed_by_id IS NULL)", name=op.f("evidence_removed_if_and_only_if_by_somebody")
        ),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["user_account.id"], name=op.f("evidence_added_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("evidence_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["evidence_file.id"], name=op.f("evidence_file_id_references_evidence_file")
        ),
        sa.ForeignKeyConstraint(
            ["removed_by_id"], ["user_account.id"], name=op.f("evidence_removed_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("evidence_key")),
        sa.UniqueConstraint("file_id", name=op.f("evidence_file_id_unique")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index("evidence_of_criterion", ["assessment_id", "criterion_id"], unique=False)

    op.create_table(
        "finding",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.String(length=8), nullable=False),
        sa.Column(
            "value",
            sa.Enum(
                "not_seen",
                "approved",
                "minor",
                "major",
                "observation",
                "improvement",
                "good_practice",
                name="finding_value_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("explanation_accepted", sa.Boolean(), nullable=False),
        sa.Column("milestone", sa.Date(), nullable=True),
        sa.Column("claim_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "milestone IS NULL OR value = 'minor'", name=op.f("finding_a_milestone_belongs_to_a_minor_finding")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("finding_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["user_account.id"], name=op.f("finding_recorded_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("finding_key")),
        sa.UniqueConstraint("assessment_id", "criterion_id", name="one_finding_per_criterion"),
    )
    op.create_table(
        "gathering_sign_up",
        sa.Column("gathering_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column(
            "taking_part_as",
            sa.Enum(
                "member", "guest", name="participation_known", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("signed_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR attended IS NULL", name=op.f("gathering_sign_up_who_withdrew_did_not_attend")
        ),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("gathering_sign_up_gathering_id_references_gathering")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("gathering_sign_up_organisation_id_references_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("gathering_sign_up_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("gathering_sign_up_key")),
    )
    with op.batch_alter_table("gathering_sign_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("gathering_sign_up_gathering_id_index"), ["gathering_id"], unique=False)
        batch_op.create_index(batch_op.f("gathering_sign_up_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("gathering_sign_up_user_id_index"), ["user_id"], unique=False)
        batch_op.create_index(
            "one_living_sign_up_per_person_and_gathering",
            ["gathering_id", "user_id"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )

    op.create_table(
        "recommendation",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("certifier_id", sa.Uuid(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "approved",
                "approved_with_milestones",
                "postponed",
                "not_approved",
                name="decision_outcome_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("answers_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("recommendation_says_why")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("recommendation_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["certifier_id"], ["user_account.id"], name=op.f("recommendation_certifier_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("recommendation_key")),
    )
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.create_index(
            "one_living_recommendation_per_assessment",
            ["assessment_id"],
            unique=True,
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("recommendation_assessment_id_index"), ["assessment_id"], unique=False)

    op.create_table(
        "sent_back",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("message", sa.String(length=4000), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("message <> ''", name=op.f("sent_back_says_what_is_missing")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("sent_back_assessment_id_references_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["user_account.id"], name=op.f("sent_back_sent_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sent_back_key")),
    )
    with op.batch_alter_table("sent_back", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("sent_back_assessment_id_index"), ["assessment_id"], unique=False)

    op.create_table(
        "certificate_event",
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "suspended",
                "reinstated",
                "withdrawn",
                "replaced",
                "annual_report",
                name="certificate_event_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('replaced', 'annual_report') OR reason <> ''",
            name=op.f("certificate_event_suspension_and_withdrawal_have_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificate.id"], name=op.f("certificate_event_certificate_id_references_certificate")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"],
            ["user_account.id"],
            name=op.f("certificate_event_recorded_by_id_references_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("certificate_event_key")),
        sa.UniqueConstraint("certificate_id", "number", name="events_of_a_certificate_are_numbered"),
    )
    with op.batch_alter_table("certificate_event", schema=None) as batch_op:
        batch_op.create_index(
            "a_certificate_ends_once",
            ["certificate_id"],
            unique=True,
            sqlite_where=sa.text("kind IN ('withdrawn', 'replaced')"),
            postgresql_where=sa.text("kind IN ('withdrawn', 'replaced')"),
        )
        batch_op.create_index(batch_op.f("certificate_event_certificate_id_index"), ["certificate_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("certificate_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("certificate_event_certificate_id_index"))
        batch_op.drop_index(
            "a_certificate_ends_once",
            sqlite_where=sa.text("kind IN ('withdrawn', 'replaced')"),
            postgresql_where=sa.text("kind IN ('withdrawn', 'replaced')"),
        )

    op.drop_table("certificate_event")
    with op.batch_alter_table("sent_back", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("sent_back_assessment_id_index"))

    op.drop_table("sent_back")
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("recommendation_assessment_id_index"))
        batch_op.drop_index(
            "one_living_recommendation_per_assessment",
            sqlite_where=sa.text("superseded_at IS NULL"),
            postgresql_where=sa.text("superseded_at IS NULL"),
        )

    op.drop_table("recommendation")
    with op.batch_alter_table("gathering_sign_up", schema=None) as batch_op:
        batch_op.drop_index(
            "one_living_sign_up_per_person_and_gathering",
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("gathering_sign_up_user_id_index"))
        batch_op.drop_index(batch_op.f("gathering_sign_up_organisation_id_index"))
        batch_op.drop_index(batch_op.f("gathering_sign_up_gathering_id_index"))

    op.drop_table("gathering_sign_up")
    op.drop_table("finding")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index("evidence_of_criterion")

    op.drop_table("evidence")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(
            "one_waiting_decision_per_assessment",
            sqlite_where=sa.text("decided_at IS NULL AND refused_at IS NULL"),
            postgresql_where=sa.text("decided_at IS NULL AND refused_at IS NULL"),
        )
        batch_op.drop_index(
            "one_final_decision_per_assessment",
            sqlite_where=sa.text("decided_at IS NOT NULL AND outcome <> 'postponed'"),
            postgresql_where=sa.text("decided_at IS NOT NULL AND outcome <> 'postponed'"),
        )
        batch_op.drop_index(batch_op.f("decision_assessment_id_index"))

    op.drop_table("decision")
    with op.batch_alter_table("certifier_assignment", schema=None) as batch_op:
        batch_op.drop_index(
            "one_certifier_per_assessment",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("certifier_assignment_certifier_id_index"))
        batch_op.drop_index(batch_op.f("certifier_assignment_assessment_id_index"))

    op.drop_table("certifier_assignment")
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("certificate_organisation_id_index"))

    op.drop_table("certificate")
    op.drop_table("answer")
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("action_item_assessment_id_index"))

    op.drop_table("action_item")
    with op.batch_alter_table("gathering", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("gathering_starts_at_index"))

    op.drop_table("gathering")
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.drop_index(
            "one_open_assessment_per_organisation",
            sqlite_where=sa.text("state NOT IN ('decided', 'withdrawn', 'lapsed')"),
            postgresql_where=sa.text("state NOT IN ('decided', 'withdrawn', 'lapsed')"),
        )
        batch_op.drop_index(batch_op.f("assessment_state_index"))
        batch_op.drop_index(batch_op.f("assessment_organisation_id_index"))
        batch_op.drop_index(batch_op.f("assessment_edition_id_index"))

    op.drop_table("assessment")
    op.drop_table("evidence_file")
    with op.batch_alter_table("criteria_edition", schema=None) as batch_op:
        batch_op.drop_index(
            "one_published_edition",
            sqlite_where=sa.text("status = 'published'"),
            postgresql_where=sa.text("status = 'published'"),
        )

    op.drop_table("criteria_edition")
