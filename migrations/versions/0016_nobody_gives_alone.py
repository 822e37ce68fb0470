"""Roles are proposed, confirmed and accepted; NAV offices have leaders. What was given before goes on as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BEFORE = (
    "leader",
    "employee",
    "candidate",
    "counsellor",
    "certifier",
    "programme_lead",
    "analyst",
    "council",
    "administrator",
)
NOW = (*BEFORE[:4], "office_leader", *BEFORE[4:])
OPEN_FIRST_LEADER = sa.text("closed_at IS NULL AND nav_office_id IS NOT NULL AND NOT by_office")
LIVING_AT_AN_OFFICE = sa.text("revoked_at IS NULL AND nav_office_id IS NOT NULL")


def one_of(roles: tuple[str, ...]) -> str:
    return "role IN ({})".format(", ".join(f"'{role}'" for role in roles))


def role_column() -> sa.Enum:
    return sa.Enum(*NOW, name="role_known", native_enum=False, create_constraint=True, length=40)


def know_roles(table: str, roles: tuple[str, ...]) -> None:
    """Hold the database to these roles in a table."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_constraint(op.f(f"{table}_role_known"), type_="check")
        batch_op.create_check_constraint(op.f(f"{table}_role_known"), one_of(roles))


def upgrade() -> None:
    know_roles("candidate_read", NOW)
    know_roles("role_grant", NOW)
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("role_grant_counsellors_hold_in_an_office"), type_="check")
        batch_op.create_check_constraint(
            op.f("role_grant_office_roles_hold_in_an_office"),
            "(role IN ('counsellor', 'office_leader')) = (nav_office_id IS NOT NULL)",
        )
        batch_op.drop_index("one_living_counsellor_role_per_office")
        batch_op.create_index(
            "one_living_role_of_each_kind_per_office",
            ["user_id", "nav_office_id", "role"],
            unique=True,
            sqlite_where=LIVING_AT_AN_OFFICE,
            postgresql_where=LIVING_AT_AN_OFFICE,
        )
    op.create_table(
        "role_proposal",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", role_column(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("nav_office_id", sa.Uuid(), nullable=True),
        sa.Column("by_office", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "offered",
                "accepted",
                "declined",
                "refused",
                "withdrawn",
                "lapsed",
                name="role_proposal_state_known",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by_id", sa.Uuid(), nullable=True),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=4000), nullable=False),
        sa.Column("grant_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "role IS NULL OR (role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name=op.f("role_proposal_employer_roles_are_for_an_organisation"),
        ),
        sa.CheckConstraint(
            "role IS NULL OR (role IN ('counsellor', 'office_leader')) = (nav_office_id IS NOT NULL)",
            name=op.f("role_proposal_office_roles_are_for_an_office"),
        ),
        sa.CheckConstraint(
            "role IS NOT NULL OR (organisation_id IS NULL AND nav_office_id IS NULL AND NOT by_office)",
            name=op.f("role_proposal_the_county_opens_a_whole_user"),
        ),
        sa.CheckConstraint(
            "role IS NULL OR role <> 'candidate'", name=op.f("role_proposal_nobody_is_proposed_as_candidate")
        ),
        sa.CheckConstraint(
            "role IS NULL OR role <> 'counsellor' OR by_office",
            name=op.f("role_proposal_the_county_gives_no_counsellor"),
        ),
        sa.CheckConstraint(
            "NOT by_office OR role IN ('counsellor', 'office_leader')",
            name=op.f("role_proposal_an_office_gives_its_own_roles"),
        ),
        sa.CheckConstraint("user_id <> proposed_by_id", name=op.f("role_proposal_nobody_proposes_for_themself")),
        sa.CheckConstraint(
            "confirmed_by_id IS NULL OR (confirmed_by_id <> user_id AND confirmed_by_id <> proposed_by_id)",
            name=op.f("role_proposal_another_confirms"),
        ),
        sa.CheckConstraint(
            "by_office OR state NOT IN ('offered', 'accepted', 'declined') OR confirmed_by_id IS NOT NULL",
            name=op.f("role_proposal_the_county_needs_two"),
        ),
        sa.CheckConstraint(
            "(confirmed_by_id IS NULL) = (confirmed_at IS NULL)",
            name=op.f("role_proposal_confirmed_by_somebody_at_a_time"),
        ),
        sa.CheckConstraint(
            "(state IN ('proposed', 'offered')) = (closed_at IS NULL)",
            name=op.f("role_proposal_closed_if_and_only_if_over"),
        ),
        sa.CheckConstraint("state <> 'refused' OR answer <> ''", name=op.f("role_proposal_refused_with_a_reason")),
        sa.CheckConstraint(
            "grant_id IS NULL OR state = 'accepted'", name=op.f("role_proposal_only_what_is_accepted_is_given")
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"role_proposal_{column}_references_{table}"))
            for column, table in (
                ("user_id", "user_account"),
                ("organisation_id", "organisation"),
                ("nav_office_id", "nav_office"),
                ("proposed_by_id", "user_account"),
                ("confirmed_by_id", "user_account"),
                ("grant_id", "role_grant"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("role_proposal_key")),
        sa.UniqueConstraint("grant_id", name=op.f("role_proposal_grant_id_unique")),
    )
    with op.batch_alter_table("role_proposal", schema=None) as batch_op:
        batch_op.create_index(
            "one_open_first_leader_per_office",
            ["nav_office_id"],
            unique=True,
            sqlite_where=OPEN_FIRST_LEADER,
            postgresql_where=OPEN_FIRST_LEADER,
        )
        for column in ("user_id", "organisation_id", "nav_office_id", "proposed_by_id", "closed_at"):
            batch_op.create_index(batch_op.f(f"role_proposal_{column}_index"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("role_proposal")
    op.execute("DELETE FROM role_grant WHERE role = 'office_leader'")
    with op.batch_alter_table("role_grant", schema=None) as batch_op:
        batch_op.drop_index("one_living_role_of_each_kind_per_office")
        batch_op.create_index(
            "one_living_counsellor_role_per_office",
            ["user_id", "nav_office_id"],
            unique=True,
            sqlite_where=LIVING_AT_AN_OFFICE,
            postgresql_where=LIVING_AT_AN_OFFICE,
        )
        batch_op.drop_constraint(op.f("role_grant_office_roles_hold_in_an_office"), type_="check")
        batch_op.create_check_constraint(
            op.f("role_grant_counsellors_hold_in_an_office"), "(role = 'counsellor') = (nav_office_id IS NOT NULL)"
        )
    know_roles("role_grant", BEFORE)
    know_roles("candidate_read", BEFORE)
