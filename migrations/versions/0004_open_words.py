"""Kinds of mail and purposes of reading are open by nature: the database keeps any word.

With the CHECKs, a county that had been installed could never send a new kind of mail. Going down is refused by the
database while a word is kept that the version before does not know.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MAILS_THEN = (
    "sign_in", "colleague_invited", "user_invited", "registration_verified", "registration_refused",
    "authority_confirmed", "authority_rejected", "assessment_assigned", "assessment_returned", "assessment_decided",
    "certificate_changed", "gathering_changed", "gathering_cancelled", "proposal_made", "candidate_said_yes",
    "candidate_answered", "employer_answered", "employer_said_yes", "agreement_to_approve", "agreement_changed",
    "agreement_approved", "placement_cancelled", "start_to_confirm", "placement_started", "placement_ended",
    "follow_up_due", "opening_expiring",
)  # fmt: skip
PURPOSES_THEN = ("follow_up", "find_place", "find_person", "answer_yes", "agreement")


def upgrade() -> None:
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("outbox_message_mail_kind_known"), type_="check")
    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("candidate_read_read_purpose_known"), type_="check")


def downgrade() -> None:
    with op.batch_alter_table("candidate_read", schema=None) as batch_op:
        batch_op.create_check_constraint(
            batch_op.f("candidate_read_read_purpose_known"), one_of("purpose", PURPOSES_THEN)
        )
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.create_check_constraint(batch_op.f("outbox_message_mail_kind_known"), one_of("kind", MAILS_THEN))


def one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"
