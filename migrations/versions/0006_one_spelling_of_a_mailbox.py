"""A user's address is kept in the one spelling of its mailbox: small letters, composed, and the domain by its name on the wire (`xn--`).

With the unique address, one mailbox cannot be two users. Where it is already, both are kept and the log says which: who signs in
with that mailbox gets the user that has the one spelling, as it was before for whoever typed it so, and an administrator may
give that user the roles of the other. Nobody gains what they had not by a migration. Addresses that no mail could
be sent to are left as they are. Going down leaves the addresses in the one spelling.
"""

import logging
import unicodedata

import sqlalchemy as sa
from alembic import op
from email_validator import EmailNotValidError, validate_email

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

log = logging.getLogger("alembic.runtime.migration")


def upgrade() -> None:
    database = op.get_bind()
    users = sa.table(
        "user_account", sa.column("id", sa.Uuid()), sa.column("email", sa.String()), sa.column("created_at")
    )
    in_order = (
        sa.select(users.c.id, users.c.email).where(users.c.email.is_not(None)).order_by(users.c.created_at, users.c.id)
    )
    found = database.execute(in_order).all()
    owners = {row.email: row.id for row in found}
    for row in found:
        spelling = one_spelling(row.email)
        if spelling is None:
            log.warning("user %s has an address that no mail can be sent to; it is left as it is", row.id)
        elif spelling != row.email and spelling in owners:
            log.warning("users %s and %s have the same mailbox; only the second can sign in", row.id, owners[spelling])
        elif spelling != row.email:
            database.execute(sa.update(users).where(users.c.id == row.id).values(email=spelling))
            owners[spelling] = row.id


def downgrade() -> None:
    pass


def one_spelling(email: str) -> str | None:
    typed = unicodedata.normalize("NFC", email).strip()
    try:
        read = validate_email(
            typed, check_deliverability=False, allow_smtputf8=False, strict=True, test_environment=True
        )
    except EmailNotValidError:
        return None
    return (read.ascii_email or email).lower()
