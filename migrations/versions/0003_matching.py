"""Matching: places, candidates, proposals, placements, the count."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job_event",
        sa.Column(
            "kind",
            sa.Enum(
                "pledged",
                "posted",
                "agreed",
                "started",
                "lasted_13",
                "lasted_26",
                "lasted_52",
                "ended",
                name="job_event_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("source_ref", sa.Uuid(), nullable=False),
        sa.Column("person_ref", sa.Uuid(), nullable=True),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "opening_kind",
            sa.Enum(
                "permanent_job",
                "temporary_job",
                "summer_job",
                "apprentice",
                "training_candidate",
                "practice_certificate",
                "work_training_full",
                "work_training_part",
                name="opening_kind_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("municipality_number", sa.String(length=4), nullable=True),
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
        sa.Column("certified", sa.Boolean(), nullable=False),
        sa.Column("positions", sa.Integer(), nullable=False),
        sa.Column("planned_weeks", sa.Integer(), nullable=True),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('pledged', 'posted')) = (person_ref IS NULL)",
            name=op.f("job_event_a_person_from_the_agreement_on"),
        ),
        sa.CheckConstraint("positions >= 1", name=op.f("job_event_positions_at_least_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("job_event_key")),
    )
    with op.batch_alter_table("job_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("job_event_occurred_on_index"), ["occurred_on"], unique=False)
        batch_op.create_index(batch_op.f("job_event_person_ref_index"), ["person_ref"], unique=False)
        batch_op.create_index(batch_op.f("job_event_recorded_at_index"), ["recorded_at"], unique=False)
        batch_op.create_index(batch_op.f("job_event_workplace_id_index"), ["workplace_id"], unique=False)
        batch_op.create_index(
            "one_step_of_each_kind_per_placement",
            ["kind", "source_ref"],
            unique=True,
            sqlite_where=sa.text("person_ref IS NOT NULL"),
            postgresql_where=sa.text("person_ref IS NOT NULL"),
        )

    op.create_table(
        "candidate",
        sa.Column("nav_office_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("count_ref", sa.Uuid(), nullable=False),
        sa.Column("first_name", sa.String(length=80), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("finished_year_10", sa.Boolean(), nullable=True),
        sa.Column("municipality_number", sa.String(length=4), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("wishes", sa.String(length=600), nullable=False),
        sa.Column("interests", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("disliked", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("kinds_wanted", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("hours_per_week_min", sa.Integer(), nullable=True),
        sa.Column("hours_per_week_max", sa.Integer(), nullable=True),
        sa.Column("can_start_on", sa.Date(), nullable=True),
        sa.Column("days", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("earliest_start", sa.Time(), nullable=True),
        sa.Column("latest_end", sa.Time(), nullable=True),
        sa.Column("max_travel_minutes", sa.Integer(), nullable=True),
        sa.Column("travel_modes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("lacks_skills", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("wants_to_learn", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("adaptations", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("email IS NULL OR email = lower(email)", name=op.f("candidate_email_in_lower_case")),
        sa.CheckConstraint(
            "hours_per_week_max IS NULL OR hours_per_week_max <= 48", name=op.f("candidate_most_hours_in_a_week")
        ),
        sa.CheckConstraint(
            "hours_per_week_min IS NULL OR hours_per_week_max IS NULL OR hours_per_week_min <= hours_per_week_max",
            name=op.f("candidate_fewest_hours_before_most"),
        ),
        sa.CheckConstraint(
            "hours_per_week_min IS NULL OR hours_per_week_min > 0", name=op.f("candidate_fewest_hours_positive")
        ),
        sa.CheckConstraint("length(first_name) > 0", name=op.f("candidate_is_called_something")),
        sa.CheckConstraint(
            "max_travel_minutes IS NULL OR max_travel_minutes > 0", name=op.f("candidate_travel_takes_time")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("candidate_created_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["nav_office_id"], ["nav_office.id"], name=op.f("candidate_nav_office_id_references_nav_office")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("candidate_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("candidate_key")),
        sa.UniqueConstraint("count_ref", name=op.f("candidate_count_ref_unique")),
        sa.UniqueConstraint("user_id", name=op.f("candidate_user_id_unique")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("candidate_nav_office_id_index"), ["nav_office_id"], unique=False)

    op.create_table(
        "candidate_read",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
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
        sa.Column(
            "purpose",
            sa.Enum(
                "follow_up",
                "find_place",
                "find_person",
                "answer_yes",
                "agreement",
                name="read_purpose_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "what",
            sa.Enum(
                "list_entry",
                "card",
                "profile",
                "proposal",
                "disclosed",
                "placement",
                name="read_what_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name=op.f("candidate_read_employers_read_for_an_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("candidate_read_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("candidate_read_organisation_id_references_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("candidate_read_user_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("candidate_read_key")),
    )
    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.create_index("candidate_read_by_candidate", ["candidate_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("candidate_read_user_id_index"), ["user_id"], unique=False)

    op.create_table(
        "caseload_entry",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("counsellor_id", sa.Uuid(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("until_at IS NULL OR until_at >= from_at", name=op.f("caseload_entry_ends_after_it_began")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("caseload_entry_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["user_account.id"], name=op.f("caseload_entry_counsellor_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("caseload_entry_key")),
    )
    with op.batch_alter_table("caseload_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("caseload_entry_counsellor_id_index"), ["counsellor_id"], unique=False)
        batch_op.create_index(
            "one_coordinator_per_candidate",
            ["candidate_id"],
            unique=True,
            sqlite_where=sa.text("until_at IS NULL"),
            postgresql_where=sa.text("until_at IS NULL"),
        )

    op.create_table(
        "opening",
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "permanent_job",
                "temporary_job",
                "summer_job",
                "apprentice",
                "training_candidate",
                "practice_certificate",
                "work_training_full",
                "work_training_part",
                name="opening_kind_known",
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
                "published",
                "paused",
                "expired",
                "closed",
                name="opening_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.String(length=4000), nullable=False),
        sa.Column("styrk_code", sa.String(length=4), nullable=True),
        sa.Column("pay", sa.String(length=200), nullable=False),
        sa.Column("hours_per_week_min", sa.Float(), nullable=True),
        sa.Column("hours_per_week_max", sa.Float(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("positions", sa.Integer(), nullable=False),
        sa.Column("min_age", sa.Integer(), nullable=True),
        sa.Column(
            "min_age_basis",
            sa.Enum(
                "tasks",
                "hazards",
                "hours",
                "nav_measures",
                name="lower_age_basis_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("age_gates", sa.JSON(), nullable=False),
        sa.Column("supervised", sa.Boolean(), nullable=False),
        sa.Column("hazards", sa.JSON(), nullable=False),
        sa.Column(
            "night_exception",
            sa.Enum(
                "a",
                "b",
                "c",
                "d",
                "e",
                "f",
                "g",
                "h",
                name="night_exception_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("night_reason", sa.String(length=200), nullable=False),
        sa.Column(
            "police_certificate",
            sa.Enum(
                "kindergarten",
                "school",
                "health_and_care",
                "child_welfare",
                "leisure_with_children",
                name="police_certificate_basis_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("mentor_name", sa.String(length=200), nullable=False),
        sa.Column("contact_name", sa.String(length=200), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("contact_phone", sa.String(length=30), nullable=False),
        sa.Column("how_to_apply", sa.String(length=4000), nullable=False),
        sa.Column("application_url", sa.String(length=500), nullable=False),
        sa.Column(
            "measure7_category",
            sa.Enum(
                "needs_formal_competence",
                "path_to_competence",
                "needs_no_competence",
                name="task_category_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "training_company_status",
            sa.Enum(
                "none",
                "applying",
                "approved",
                "limited",
                "via_training_office",
                name="training_company_status_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("opening_closed_if_and_only_if_a_date")
        ),
        sa.CheckConstraint(
            "state = 'closed' OR (state = 'draft') = (published_at IS NULL)",
            name=op.f("opening_published_if_and_only_if_a_date"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('published', 'paused', 'expired') OR expires_on IS NOT NULL",
            name=op.f("opening_a_published_place_has_a_last_day"),
        ),
        sa.CheckConstraint(
            "(min_age IS NULL) = (min_age_basis IS NULL)", name=op.f("opening_a_lower_age_has_its_basis_in_law")
        ),
        sa.CheckConstraint(
            "hours_per_week_min IS NULL OR hours_per_week_max IS NULL OR (0 < hours_per_week_min AND hours_per_week_min <= hours_per_week_max)",
            name=op.f("opening_fewest_hours_not_above_most"),
        ),
        sa.CheckConstraint("positions >= 1", name=op.f("opening_positions_at_least_one")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name=op.f("opening_starts_before_it_ends")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("opening_created_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("opening_organisation_id_references_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("opening_workplace_id_references_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_key")),
    )
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("opening_organisation_id_index"), ["organisation_id"], unique=False)
        batch_op.create_index("opening_public_list_index", ["state", "kind", "published_at"], unique=False)
        batch_op.create_index(batch_op.f("opening_workplace_id_index"), ["workplace_id"], unique=False)

    op.create_table(
        "sign_in_code",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("finder", sa.String(length=8), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("attempts >= 0", name=op.f("sign_in_code_attempts_not_negative")),
        sa.CheckConstraint("used_at IS NULL OR replaced_at IS NULL", name=op.f("sign_in_code_used_or_replaced")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("sign_in_code_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user_account.id"], name=op.f("sign_in_code_created_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sign_in_code_key")),
        sa.UniqueConstraint("finder", name=op.f("sign_in_code_finder_unique")),
    )
    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.create_index(
            "one_living_code_per_candidate",
            ["candidate_id"],
            unique=True,
            sqlite_where=sa.text("used_at IS NULL AND replaced_at IS NULL"),
            postgresql_where=sa.text("used_at IS NULL AND replaced_at IS NULL"),
        )

    op.create_table(
        "opening_adaptation",
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column(
            "adaptation",
            sa.Enum(
                "quiet_place",
                "gradual_hours",
                "flexible_start",
                "extra_breaks",
                "time_for_appointments",
                "written_instructions",
                "shown_in_practice",
                "predictable_tasks",
                "plain_language",
                "one_contact",
                "mentor_beside",
                "support_person",
                "no_customer_contact",
                "step_free",
                "sit_or_stand",
                "light_lifting",
                name="adaptation_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["opening_id"],
            ["opening.id"],
            name=op.f("opening_adaptation_opening_id_references_opening"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("opening_id", "adaptation", name=op.f("opening_adaptation_key")),
    )
    op.create_table(
        "opening_requirement",
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("skill_code", sa.String(length=60), nullable=True),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("learnable", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(skill_code IS NULL) <> (text = '')", name=op.f("opening_requirement_a_known_skill_or_words")
        ),
        sa.ForeignKeyConstraint(
            ["opening_id"],
            ["opening.id"],
            name=op.f("opening_requirement_opening_id_references_opening"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_requirement_key")),
    )
    with op.batch_alter_table("opening_requirement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("opening_requirement_opening_id_index"), ["opening_id"], unique=False)

    op.create_table(
        "opening_shift",
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "weekday",
            sa.Enum(
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                name="weekday_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("break_minutes >= 0", name=op.f("opening_shift_break_not_negative")),
        sa.CheckConstraint("starts_at <> ends_at", name=op.f("opening_shift_a_shift_has_length")),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("opening_shift_opening_id_references_opening"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_shift_key")),
    )
    with op.batch_alter_table("opening_shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("opening_shift_opening_id_index"), ["opening_id"], unique=False)

    op.create_table(
        "opening_task",
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("opening_task_a_task_has_words")),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("opening_task_opening_id_references_opening"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_task_key")),
    )
    with op.batch_alter_table("opening_task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("opening_task_opening_id_index"), ["opening_id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column("counsellor_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "candidate_yes",
                "candidate_no",
                "employer_yes",
                "employer_no",
                "withdrawn",
                "lapsed",
                "placed",
                "finished",
                name="proposal_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=600), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "no_reason",
            sa.Enum(
                "too_far",
                "hours",
                "tasks",
                "workplace",
                "not_now",
                "other",
                name="no_reason_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')) = (closed_at IS NULL)",
            name=op.f("proposal_closed_if_and_only_if_not_living"),
        ),
        sa.CheckConstraint(
            "no_reason IS NULL OR state = 'candidate_no'", name=op.f("proposal_a_reason_for_no_needs_a_no")
        ),
        sa.CheckConstraint(
            "state NOT IN ('candidate_yes', 'candidate_no', 'employer_yes', 'employer_no', 'placed') OR answered_at IS NOT NULL",
            name=op.f("proposal_answered_before_it_goes_on"),
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("proposal_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["user_account.id"], name=op.f("proposal_counsellor_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("proposal_opening_id_references_opening")),
        sa.PrimaryKeyConstraint("id", name=op.f("proposal_key")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(
            "one_living_proposal_per_candidate_and_opening",
            ["candidate_id", "opening_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')"),
            postgresql_where=sa.text("state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')"),
        )
        batch_op.create_index(batch_op.f("proposal_candidate_id_index"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("proposal_counsellor_id_index"), ["counsellor_id"], unique=False)
        batch_op.create_index(batch_op.f("proposal_opening_id_index"), ["opening_id"], unique=False)

    op.create_table(
        "disclosure",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shared", sa.JSON(), nullable=False),
        sa.Column("adaptations", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR withdrawn_at >= given_at", name=op.f("disclosure_withdrawn_after_given")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("disclosure_proposal_id_references_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("disclosure_key")),
    )
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("disclosure_proposal_id_index"), ["proposal_id"], unique=False)
        batch_op.create_index(
            "one_living_disclosure_per_proposal",
            ["proposal_id"],
            unique=True,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )

    op.create_table(
        "placement",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("opening_id", sa.Uuid(), nullable=False),
        sa.Column("coordinator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "permanent_job",
                "temporary_job",
                "summer_job",
                "apprentice",
                "training_candidate",
                "practice_certificate",
                "work_training_full",
                "work_training_part",
                name="opening_kind_known",
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
                "agreed",
                "started",
                "ended",
                "cancelled",
                name="placement_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "end_reason",
            sa.Enum(
                "completed_as_planned",
                "hired_by_employer",
                "other_job",
                "education",
                "candidate_stopped",
                "employer_stopped",
                "no_more_work",
                "moved",
                "other",
                name="end_reason_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'ended') = (ended_on IS NOT NULL)", name=op.f("placement_ended_if_and_only_if_a_day")
        ),
        sa.CheckConstraint(
            "state NOT IN ('agreed', 'started') OR agreed_at IS NOT NULL", name=op.f("placement_agreed_at_a_known_time")
        ),
        sa.CheckConstraint(
            "state NOT IN ('started', 'ended') OR started_on IS NOT NULL", name=op.f("placement_started_on_a_known_day")
        ),
        sa.CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name=op.f("placement_an_ending_has_a_reason")),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name=op.f("placement_ends_after_it_started")),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("placement_candidate_id_references_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["coordinator_id"], ["user_account.id"], name=op.f("placement_coordinator_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("placement_opening_id_references_opening")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("placement_proposal_id_references_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("placement_key")),
        sa.UniqueConstraint("proposal_id", name=op.f("placement_proposal_id_unique")),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index(
            "one_unfinished_placement_per_candidate_and_opening",
            ["candidate_id", "opening_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('draft', 'agreed', 'started')"),
            postgresql_where=sa.text("state IN ('draft', 'agreed', 'started')"),
        )
        batch_op.create_index(batch_op.f("placement_candidate_id_index"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("placement_coordinator_id_index"), ["coordinator_id"], unique=False)
        batch_op.create_index(batch_op.f("placement_opening_id_index"), ["opening_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column(
            "contract_type",
            sa.Enum(
                "employment_contract",
                "nav_agreement",
                "training_contract",
                name="contract_type_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("contract_reference", sa.String(length=200), nullable=False),
        sa.Column("contract_date", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("hours_per_week", sa.Float(), nullable=True),
        sa.Column("schemes", sa.JSON(), nullable=False),
        sa.Column("schemes_end_on", sa.Date(), nullable=True),
        sa.Column("mentor_name", sa.String(length=200), nullable=False),
        sa.Column("plan", sa.String(length=4000), nullable=False),
        sa.Column("risk_assessed_on", sa.Date(), nullable=True),
        sa.Column("guardian_consent_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("hours_per_week IS NULL OR hours_per_week > 0", name=op.f("agreement_hours_positive")),
        sa.CheckConstraint(
            "starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name=op.f("agreement_starts_before_it_ends")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("agreement_placement_id_references_placement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("agreement_key")),
        sa.UniqueConstraint("placement_id", name=op.f("agreement_placement_id_unique")),
    )
    op.create_table(
        "follow_up",
        sa.Column("placement_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "done",
                "skipped",
                "cancelled",
                name="follow_up_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.Column("still_there", sa.Boolean(), nullable=True),
        sa.Column(
            "skip_reason",
            sa.Enum(
                "not_reached",
                "not_wanted",
                "talked_otherwise",
                "other",
                name="skip_reason_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("agreed_next", sa.String(length=600), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'done') = (done_at IS NOT NULL)", name=op.f("follow_up_done_if_and_only_if_a_time")
        ),
        sa.CheckConstraint(
            "(state = 'done') = (still_there IS NOT NULL)", name=op.f("follow_up_done_says_whether_still_there")
        ),
        sa.CheckConstraint("(state = 'skipped') = (skip_reason IS NOT NULL)", name=op.f("follow_up_skipped_says_why")),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["user_account.id"], name=op.f("follow_up_done_by_id_references_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placement.id"], name=op.f("follow_up_placement_id_references_placement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("follow_up_key")),
        sa.UniqueConstraint("placement_id", "week", name="one_follow_up_per_week_number"),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("follow_up_due_on_index"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("follow_up_placement_id_index"), ["placement_id"], unique=False)

    op.create_table(
        "approval",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column(
            "party",
            sa.Enum(
                "employer",
                "candidate",
                "counsellor",
                name="approval_party_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("agreement_version", sa.Integer(), nullable=False),
        sa.Column("approved_by_id", sa.Uuid(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "on_behalf_reason",
            sa.Enum(
                "no_eid",
                "reserved",
                "digital_competence",
                name="on_behalf_reason_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "on_behalf_reason IS NULL OR party = 'candidate'", name=op.f("approval_only_the_candidate_is_stood_in_for")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("approval_agreement_id_references_agreement")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["user_account.id"], name=op.f("approval_approved_by_id_references_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("approval_key")),
        sa.UniqueConstraint("agreement_id", "party", "agreement_version", name="one_approval_per_party_and_version"),
    )
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("approval_agreement_id_index"), ["agreement_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("approval_agreement_id_index"))

    op.drop_table("approval")
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("follow_up_placement_id_index"))
        batch_op.drop_index(batch_op.f("follow_up_due_on_index"))

    op.drop_table("follow_up")
    op.drop_table("agreement")
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("placement_opening_id_index"))
        batch_op.drop_index(batch_op.f("placement_coordinator_id_index"))
        batch_op.drop_index(batch_op.f("placement_candidate_id_index"))
        batch_op.drop_index(
            "one_unfinished_placement_per_candidate_and_opening",
            sqlite_where=sa.text("state IN ('draft', 'agreed', 'started')"),
            postgresql_where=sa.text("state IN ('draft', 'agreed', 'started')"),
        )

    op.drop_table("placement")
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.drop_index(
            "one_living_disclosure_per_proposal",
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("disclosure_proposal_id_index"))

    op.drop_table("disclosure")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("proposal_opening_id_index"))
        batch_op.drop_index(batch_op.f("proposal_counsellor_id_index"))
        batch_op.drop_index(batch_op.f("proposal_candidate_id_index"))
        batch_op.drop_index(
            "one_living_proposal_per_candidate_and_opening",
            sqlite_where=sa.text("state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')"),
            postgresql_where=sa.text("state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')"),
        )

    op.drop_table("proposal")
    with op.batch_alter_table("opening_task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("opening_task_opening_id_index"))

    op.drop_table("opening_task")
    with op.batch_alter_table("opening_shift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("opening_shift_opening_id_index"))

    op.drop_table("opening_shift")
    with op.batch_alter_table("opening_requirement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("opening_requirement_opening_id_index"))

    op.drop_table("opening_requirement")
    op.drop_table("opening_adaptation")
    with op.batch_alter_table("sign_in_code", schema=None) as batch_op:
        batch_op.drop_index(
            "one_living_code_per_candidate",
            sqlite_where=sa.text("used_at IS NULL AND replaced_at IS NULL"),
            postgresql_where=sa.text("used_at IS NULL AND replaced_at IS NULL"),
        )

    op.drop_table("sign_in_code")
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("opening_workplace_id_index"))
        batch_op.drop_index("opening_public_list_index")
        batch_op.drop_index(batch_op.f("opening_organisation_id_index"))

    op.drop_table("opening")
    with op.batch_alter_table("caseload_entry", schema=None) as batch_op:
        batch_op.drop_index(
            "one_coordinator_per_candidate",
            sqlite_where=sa.text("until_at IS NULL"),
            postgresql_where=sa.text("until_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("caseload_entry_counsellor_id_index"))

    op.drop_table("caseload_entry")
    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("candidate_read_user_id_index"))
        batch_op.drop_index("candidate_read_by_candidate")

    op.drop_table("candidate_read")
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("candidate_nav_office_id_index"))

    op.drop_table("candidate")
    with op.batch_alter_table("job_event", schema=None) as batch_op:
        batch_op.drop_index(
            "one_step_of_each_kind_per_placement",
            sqlite_where=sa.text("person_ref IS NOT NULL"),
            postgresql_where=sa.text("person_ref IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("job_event_workplace_id_index"))
        batch_op.drop_index(batch_op.f("job_event_recorded_at_index"))
        batch_op.drop_index(batch_op.f("job_event_person_ref_index"))
        batch_op.drop_index(batch_op.f("job_event_occurred_on_index"))

    op.drop_table("job_event")
